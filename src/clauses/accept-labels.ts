import type { LabelCandidate } from './find-labels.ts';
import type { LabelFamily } from './label-families.ts';

/** A candidate that was taken for a label, with its depth in the outline (1 is outermost). */
export type AcceptedLabel = LabelCandidate & { depth: number };

type OpenLevel = { family: LabelFamily; number: number };

/** A gap in a strong sequence (第四条 after 第二条) up to this size is a gap, a larger one is another thing. */
const largestGap = 20;

/** How many candidates ahead the second member of a weak sequence is looked for. */
const lookAhead = 400;

/**
 * Decides which candidates are labels. A candidate counts where it goes on a sequence that is open, goes on
 * one that was closed (numbering that runs through the document), or opens one at its first number; the depth
 * follows from how the sequences nest in this document. Everything else is text.
 */
export function acceptLabels(candidates: readonly LabelCandidate[]): AcceptedLabel[] {
  const accepted: AcceptedLabel[] = [];
  const open: OpenLevel[] = [];
  const lastNumbers = new Map<string, number>();
  candidates.forEach((candidate, index) => {
    const depth = depthFor(candidate, index, candidates, open, lastNumbers);
    if (depth === null) return;
    open.length = depth - 1;
    open.push({ family: candidate.family, number: candidate.number });
    lastNumbers.set(candidate.family.name, candidate.number);
    accepted.push({ ...candidate, depth });
  });
  return accepted;
}

function depthFor(
  candidate: LabelCandidate,
  index: number,
  candidates: readonly LabelCandidate[],
  open: readonly OpenLevel[],
  lastNumbers: ReadonlyMap<string, number>,
): number | null {
  const { family, number } = candidate;
  const openAt = open.findIndex((level) => level.family === family);
  if (family.strength === 'bullet') return openAt >= 0 ? openAt + 1 : open.length + 1;
  const current = open[openAt];
  if (current !== undefined && number === current.number + 1) return openAt + 1;
  const ran = lastNumbers.get(family.name);
  if (current === undefined && ran !== undefined && number === ran + 1) return openingDepth(family, open);
  if (candidate.position === 'glued') return null;
  if (isGap(family, number, current?.number ?? ran)) {
    return current === undefined ? openingDepth(family, open) : openAt + 1;
  }
  if (number !== 1) return null;
  if (family.strength === 'weak' && !isContinued(family, index, candidates, open)) return null;
  return current === undefined ? openingDepth(family, open) : openAt + 1;
}

/** A new level stands beneath what is open; a division of a law beneath the next coarser division only. */
function openingDepth(family: LabelFamily, open: readonly OpenLevel[]): number {
  const { rank } = family;
  if (rank === undefined) return open.length + 1;
  const coarser = open.findLastIndex((level) => level.family.rank !== undefined && level.family.rank < rank);
  return coarser + 2;
}

function isGap(family: LabelFamily, number: number, last: number | undefined): boolean {
  if (last === undefined || (family.strength !== 'structural' && family.strength !== 'strong')) return false;
  return number > last + 1 && number - last <= largestGap;
}

/** The second member follows before a sequence that was open already goes on. */
function isContinued(
  family: LabelFamily,
  index: number,
  candidates: readonly LabelCandidate[],
  open: readonly OpenLevel[],
): boolean {
  for (const next of candidates.slice(index + 1, index + lookAhead)) {
    if (next.family === family) return next.number === 2;
    const level = open.find((outer) => outer.family === next.family);
    if (level !== undefined && next.family.strength !== 'bullet' && next.number === level.number + 1)
      return false;
  }
  return false;
}
