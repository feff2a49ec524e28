import { foldText } from '../clauses/fold-text.ts';
import { searchTerms } from '../knowledge/search-terms.ts';
import type { Quotation } from './answer.ts';

/** Quotations that share this much of their terms say the same (Jaccard). */
const sameShare = 0.8;

/** Leaves out what an earlier quotation says already: the same rule printed in two documents. */
export function withoutRepetition(quotations: readonly Quotation[]): Quotation[] {
  const kept: Array<{ quotation: Quotation; terms: Set<string> }> = [];
  for (const quotation of quotations) {
    const terms = new Set(searchTerms(foldText(quotation.quote)));
    if (!kept.some((other) => shareOf(other.terms, terms) >= sameShare)) kept.push({ quotation, terms });
  }
  return kept.map(({ quotation }) => quotation);
}

function shareOf(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const shared = [...left].filter((term) => right.has(term)).length;
  const all = left.size + right.size - shared;
  return all === 0 ? 0 : shared / all;
}
