import { foldText } from '../clauses/fold-text.ts';
import { searchTerms } from '../knowledge/search-terms.ts';
import type { Quotation } from './answer.ts';

/** Quotations that share this much of their terms say the same (Jaccard). */
const sameShare = 0.8;

const numbers = /\d[\d.,]*|[一二三四五六七八九十百千万亿两]+/gu;

/**
 * Leaves out what an earlier quotation says already: the same rule printed in two documents. The same words with another
 * number in them are another rule.
 */
export function withoutRepetition(quotations: readonly Quotation[]): Quotation[] {
  const kept: Array<{ quotation: Quotation; terms: Set<string>; figures: string }> = [];
  for (const quotation of quotations) {
    const text = foldText(quotation.quote);
    const terms = new Set(searchTerms(text));
    const figures = (text.match(numbers) ?? []).join(' ');
    const isSaid = kept.some(
      (other) => other.figures === figures && shareOf(other.terms, terms) >= sameShare,
    );
    if (!isSaid) kept.push({ quotation, terms, figures });
  }
  return kept.map(({ quotation }) => quotation);
}

function shareOf(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const shared = [...left].filter((term) => right.has(term)).length;
  const all = left.size + right.size - shared;
  return all === 0 ? 0 : shared / all;
}
