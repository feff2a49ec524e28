import { foldText } from '../clauses/fold-text.ts';
import { searchTerms } from '../knowledge/search-terms.ts';
import type { Quotation } from './answer.ts';

/** A newer clause comes first only when it answers as well, in standard deviations. */
const asGood = 0.4;

/** Quotations speak of one thing when the shorter shares so much of its terms with the other. */
const sameThing = 0.5;

/**
 * Puts what a newer document says of the same thing before what an older one says of it: the target of 2018 before that
 * of 2015. Elsewhere the best stays first.
 */
export function newestFirst(quotations: readonly Quotation[]): Quotation[] {
  const ordered: Quotation[] = [];
  for (const quotation of quotations) {
    const older = ordered.findIndex((other) => isNewerOfSameThing(quotation, other));
    if (older < 0) ordered.push(quotation);
    else ordered.splice(older, 0, quotation);
  }
  return ordered;
}

function isNewerOfSameThing(one: Quotation, other: Quotation): boolean {
  const isNewer = one.document.issuedOn > other.document.issuedOn && other.document.issuedOn !== '';
  return isNewer && other.score - one.score <= asGood && sharedShare(one, other) >= sameThing;
}

function sharedShare(one: Quotation, other: Quotation): number {
  const [few, many] = [one, other]
    .map(({ quote }) => new Set(searchTerms(foldText(quote))))
    .sort((left, right) => left.size - right.size);
  if (few === undefined || many === undefined || few.size === 0) return 0;
  return [...few].filter((term) => many.has(term)).length / few.size;
}
