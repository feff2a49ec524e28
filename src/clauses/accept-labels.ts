import type { LabelCandidate, LabelReading } from './find-labels.ts';
import { headingFamily } from './label-families.ts';
import { follows, hasTwin, nextOf } from './label-sequence.ts';

/** A candidate that was taken for a label, with its depth in the outline (1 is outermost). */
export type AcceptedLabel = LabelReading &
  Omit<LabelCandidate, 'readings'> & {
    depth: number;
    /** The number before, where numbers are missing between it and this one; null where the sequence goes on. */
    skippedFrom: number | null;
  };

/** What became of the candidates: labels, and lines that looked like labels and are text. */
export type LabelDecision = { accepted: AcceptedLabel[]; notTaken: LabelCandidate[] };

type OpenLevel = LabelReading & { markedLevel: number | null };
type Place = { depth: number; skippedFrom: number | null };

/** A gap in a sequence (第四条 after 第二条) up to this size is a gap, a larger one has to go on from there. */
const largestGap = 20;

/**
 * Decides which candidates are labels. A candidate counts where it goes on a sequence that is open, goes on
 * one that was closed (numbering that runs through the document), or opens one at its first number; the depth
 * follows from how the sequences nest in this document. Everything else is text, but for what the document's
 * format marks as a heading.
 */
export function acceptLabels(candidates: readonly LabelCandidate[]): LabelDecision {
  const accepted: AcceptedLabel[] = [];
  const notTaken: LabelCandidate[] = [];
  const open: OpenLevel[] = [];
  const last = new Map<string, LabelReading>();
  candidates.forEach((candidate, index) => {
    const taken = take(candidate, index, candidates, open, last);
    if (taken === null) {
      if (candidate.position === 'line') notTaken.push(candidate);
      return;
    }
    const { reading, place } = taken;
    open.length = place.depth - 1;
    open.push({ ...reading, markedLevel: candidate.markedLevel });
    last.set(reading.family.name, reading);
    accepted.push(toLabel(candidate, reading, place));
  });
  return { accepted, notTaken };
}

/** Field by field, because spreading took a quarter of the time of a long document. The label of a heading is empty. */
function toLabel(candidate: LabelCandidate, reading: LabelReading, place: Place): AcceptedLabel {
  const { clauseStart, position, isSetOff, markedLevel } = candidate;
  const { family, number, branch, outer } = reading;
  const span = family.strength === 'heading' ? { start: clauseStart, end: clauseStart } : candidate.span;
  const { depth, skippedFrom } = place;
  return {
    family,
    number,
    branch,
    outer,
    span,
    clauseStart,
    position,
    isSetOff,
    markedLevel,
    depth,
    skippedFrom,
  };
}

/** The first reading that goes on an open sequence, or else the first that can be a label at all. */
function take(
  candidate: LabelCandidate,
  index: number,
  candidates: readonly LabelCandidate[],
  open: readonly OpenLevel[],
  last: ReadonlyMap<string, LabelReading>,
): { reading: LabelReading; place: Place } | null {
  const { readings, markedLevel } = candidate;
  const goingOn = readings.filter((reading) => open.some((level) => follows(level, reading)));
  for (const reading of [...goingOn, ...readings]) {
    if (reading.family.strength === 'heading') break;
    const place = placeOf(reading, candidate, index, candidates, open, last);
    if (place !== null) return { reading, place };
  }
  if (markedLevel === null) return null;
  const reading = { family: headingFamily, number: 0, branch: 0, outer: [] };
  return { reading, place: { depth: headingDepth(markedLevel, open), skippedFrom: null } };
}

function placeOf(
  reading: LabelReading,
  candidate: LabelCandidate,
  index: number,
  candidates: readonly LabelCandidate[],
  open: readonly OpenLevel[],
  last: ReadonlyMap<string, LabelReading>,
): Place | null {
  const { family, number } = reading;
  const openAt = open.findIndex((level) => level.family === family);
  const current = open[openAt];
  const depth = current === undefined ? openingDepth(reading, candidate.markedLevel, open) : openAt + 1;
  if (family.strength === 'bullet') return { depth, skippedFrom: null };
  const before = current ?? last.get(family.name);
  const isGlued = candidate.position === 'glued';
  if (before !== undefined && follows(before, reading)) {
    const isLoose = family.strength === 'structural' && !candidate.isSetOff;
    const isReference = isLoose && (isGlued || hasTwin(reading, index, candidates));
    return isReference ? null : { depth, skippedFrom: null };
  }
  if (isGlued) return null;
  const next = (): LabelReading | null => nextOf(reading, index, candidates, open);
  if (before !== undefined && isGap(reading, before, candidate.isSetOff, next)) {
    return { depth, skippedFrom: before.number };
  }
  const opensAt = family.opensAt ?? [1];
  const isBelieved = family.strength !== 'weak' || next()?.number === number + 1;
  const opens = opensAt.includes(number) && (isBelieved || repeatsOuter(reading, open));
  if (opens) return { depth, skippedFrom: null };
  const isExcerpt = before === undefined && family.strength === 'structural' && candidate.isSetOff;
  return isExcerpt && isNear(next(), number) ? { depth, skippedFrom: null } : null;
}

/** 2.1 where 2. is open needs no 2.2. */
function repeatsOuter({ outer }: LabelReading, open: readonly OpenLevel[]): boolean {
  const numbered = open.filter(({ family }) => /^(?:arabic|decimal)/u.test(family.name));
  return (
    outer.length > 0 && outer.every((number, index) => numbered.at(index - outer.length)?.number === number)
  );
}

/** A new level stands beneath what is open; a division of a law beneath coarser divisions and headings only. */
function openingDepth(
  { family: { rank } }: LabelReading,
  markedLevel: number | null,
  open: readonly OpenLevel[],
): number {
  if (rank !== undefined) {
    const coarser = open.findLastIndex(
      ({ family }) => family.strength === 'heading' || (family.rank !== undefined && family.rank < rank),
    );
    return coarser + 2;
  }
  return markedLevel === null ? open.length + 1 : headingDepth(markedLevel, open);
}

/** Beneath the nearest heading that the format marks as a coarser one. */
function headingDepth(markedLevel: number, open: readonly OpenLevel[]): number {
  return open.findLastIndex((level) => level.markedLevel !== null && level.markedLevel < markedLevel) + 2;
}

function isGap(
  reading: LabelReading,
  before: LabelReading,
  isSetOff: boolean,
  next: () => LabelReading | null,
): boolean {
  const { family, number } = reading;
  const isStructural = family.strength === 'structural';
  if ((!isStructural && family.strength !== 'strong') || number <= before.number + 1) return false;
  if (isStructural && !isSetOff) return false;
  return number - before.number <= largestGap || (isStructural && isNear(next(), number));
}

function isNear(next: LabelReading | null, number: number): boolean {
  return next !== null && next.number > number && next.number - number <= largestGap;
}
