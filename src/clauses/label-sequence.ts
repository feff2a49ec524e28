import type { LabelCandidate, LabelReading } from './find-labels.ts';

/** How many candidates ahead the next member of a sequence is looked for. */
const lookAhead = 400;

/**
 * The next number, or the next branch of the same: 第十八条 or 第十七条之二 after 第十七条之一. Japanese and Korean
 * laws count the first branch as the second (第十七条の二).
 */
export function follows(before: LabelReading, { family, number, branch }: LabelReading): boolean {
  if (before.family !== family) return false;
  if (number === before.number) return branch === before.branch + 1 || (before.branch === 0 && branch === 2);
  return number === before.number + 1 && branch === 0;
}

/** The next candidate of the family, unless a sequence that is open goes on before it. */
export function nextOf(
  { family }: LabelReading,
  index: number,
  candidates: readonly LabelCandidate[],
  open: readonly LabelReading[],
): LabelReading | null {
  const end = Math.min(index + lookAhead, candidates.length);
  for (let at = index + 1; at < end; at += 1) {
    const readings = candidates[at]?.readings ?? [];
    const same = readings.find((reading) => reading.family === family);
    if (same !== undefined) return same;
    const goesOn = readings.some(
      (reading) => reading.family.strength !== 'bullet' && open.some((level) => follows(level, reading)),
    );
    if (goesOn) return null;
  }
  return null;
}

/** The same label comes again, set off as a label is, before the sequence goes on: this one is a reference. */
export function hasTwin(
  reading: LabelReading,
  index: number,
  candidates: readonly LabelCandidate[],
): boolean {
  const end = Math.min(index + lookAhead, candidates.length);
  for (let at = index + 1; at < end; at += 1) {
    const same = candidates[at]?.readings.find(({ family }) => family === reading.family);
    if (same === undefined) continue;
    if (same.number === reading.number && same.branch === reading.branch)
      return candidates[at]?.isSetOff === true;
    if (same.number > reading.number) return false;
  }
  return false;
}
