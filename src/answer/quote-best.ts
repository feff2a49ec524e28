import { foldText } from '../clauses/fold-text.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { SearchResult } from '../retrieval/ranked-clause.ts';
import type { Quotation } from './answer.ts';
import { chooseQuote } from './choose-quote.ts';
import { newestFirst } from './newest-first.ts';
import { quoteClause } from './quote-clause.ts';
import { withoutRepetition } from './without-repetition.ts';

/** No more clauses than a person reads. */
const mostAnswers = 3;

/** A further clause is shown when its score comes this near to the first's. */
const nearMargin = 1.5;

/**
 * Quotes the best clauses that a search found, at most three and none that says what another says. What documents of
 * different dates say of one thing stands newest first, anything else best first.
 */
export function quoteBest(knowledge: KnowledgeBase, search: SearchResult): Quotation[] {
  const quotations: Quotation[] = [];
  for (const quotation of quotationsOf(knowledge, search)) {
    quotations.push(quotation);
    if (quotations.length === mostAnswers) break;
  }
  const best = quotations[0]?.score ?? 0;
  return newestFirst(withoutRepetition(quotations.filter(({ score }) => score >= best - nearMargin)));
}

/** Quotes the clauses that a search found one after the other, best first, but the mere titles and numbers of documents. */
export function* quotationsOf(knowledge: KnowledgeBase, search: SearchResult): Generator<Quotation> {
  for (const ranked of search.clauses) {
    const span = chooseQuote(knowledge, ranked, search);
    const quotation = quoteClause(knowledge, ranked.clause, span, ranked.score);
    const { title, number } = quotation.document;
    if (![title, number].some((name) => bare(name) === bare(quotation.quote))) yield quotation;
  }
}

function bare(text: string): string {
  return foldText(text).replace(/[\s\p{P}]/gu, '');
}
