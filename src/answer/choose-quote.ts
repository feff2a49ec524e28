import { foldText } from '../clauses/fold-text.ts';
import { isHeadLine } from '../clauses/is-head-line.ts';
import { splitSentences } from '../clauses/split-sentences.ts';
import type { Span } from '../documents/source-document.ts';
import type { IndexedClause, KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { searchTerms } from '../knowledge/search-terms.ts';
import type { RankedClause, SearchResult } from '../retrieval/ranked-clause.ts';
import { coverage } from '../retrieval/term-weights.ts';

/** A quotation is read at a glance up to this length; one sentence may be longer. */
const mostCharacters = 300;

/** A neighbouring sentence is quoted too when it answers nearly as well, in standard deviations. */
const tolerance = 0.5;

/** All of a question's terms in one sentence are worth this many standard deviations of similarity. */
const fullCoverage = 6;

/** A similarity of .1 more in the word-by-word comparison is worth one standard deviation. */
const lateWeight = 10;

type ScoredSentence = { span: Span; score: number };

/**
 * Chooses what to quote of a clause: the sentence that answers best, with its neighbours as long as they
 * answer nearly as well and the quotation stays short. A line that introduces items is quoted with them. The span
 * holds whole sentences of the clause and of the items beneath it.
 */
export function chooseQuote(
  knowledge: KnowledgeBase,
  { clause, late }: RankedClause,
  search: SearchResult,
): Span {
  const text = knowledge.textOf(clause.documentId);
  const sentences = scoreSentences(knowledge, text, clause, late?.bySentence ?? new Map(), search);
  const best = sentences.reduce<number>(
    (found, sentence, index) =>
      sentence.score > (sentences[found]?.score ?? Number.NEGATIVE_INFINITY) ? index : found,
    0,
  );
  if (sentences[best] === undefined) return trimmed(text, clause.ownSpan);
  const run = grow(sentences, best);
  while (run.last > best && isHeadLineAt(run.last)) run.last -= 1;
  const start = sentences[run.first]?.span.start ?? 0;
  const end = sentences[run.last]?.span.end ?? 0;
  if (!isHeadLineAt(run.last)) return { start, end };
  const behind = sentences.slice(run.last + 1).map(({ span }) => span.end);
  const ends = behind.length > 0 ? behind : itemEnds(knowledge, text, clause);
  return { start, end: ends.filter((one) => one - start <= mostCharacters).at(-1) ?? ends[0] ?? end };

  function isHeadLineAt(index: number): boolean {
    const sentence = sentences[index];
    return sentence !== undefined && isHeadLine(text, sentence.span);
  }
}

/** Where the items directly beneath a clause end; a paragraph behind them is none. */
function itemEnds(knowledge: KnowledgeBase, text: string, { documentId, id }: IndexedClause): number[] {
  const beneath = knowledge.clausesOf(documentId).filter(({ parentId }) => parentId === id);
  const items = beneath.filter(({ kind }) => kind !== 'paragraph');
  return items.map(({ span }) => trimmed(text, span).end);
}

/** The run of sentences around the best that answer nearly as well, by index. */
function grow(sentences: readonly ScoredSentence[], best: number): { first: number; last: number } {
  const least = (sentences[best]?.score ?? 0) - tolerance;
  let first = best;
  let last = best;
  const spanOf = (from: number, to: number): Span => ({
    start: sentences[from]?.span.start ?? 0,
    end: sentences[to]?.span.end ?? 0,
  });
  const fits = (from: number, to: number): boolean => {
    const added = sentences[from < first ? from : to];
    const span = spanOf(from, to);
    return added !== undefined && added.score >= least && span.end - span.start <= mostCharacters;
  };
  for (let grew = true; grew; ) {
    grew = false;
    if (fits(first, last + 1)) {
      last += 1;
      grew = true;
    }
    if (fits(first - 1, last)) {
      first -= 1;
      grew = true;
    }
  }
  return { first, last };
}

function scoreSentences(
  knowledge: KnowledgeBase,
  text: string,
  clause: IndexedClause,
  late: ReadonlyMap<number, number>,
  search: SearchResult,
): ScoredSentence[] {
  const passages = knowledge.passagesOf(clause.row).filter(({ kind }) => kind === 'sentence');
  const { noise } = knowledge.reportOf(clause.documentId);
  return splitSentences(text, { start: clause.bodyStart, end: clause.ownSpan.end }, noise).map((span) => {
    // A short sentence is part of a longer passage.
    const passage = passages.find((around) => around.span.start <= span.start && span.end <= around.span.end);
    const dense = passage === undefined ? 0 : search.passageScore(passage);
    const words = lateWeight * (late.get(passage?.row ?? -1) ?? 0);
    const held = new Set(searchTerms(foldText(text.slice(span.start, span.end))));
    const covered = coverage(search.termWeights, held);
    return { span, score: dense + words + search.textWeight * fullCoverage * covered };
  });
}

function trimmed(text: string, span: Span): Span {
  const raw = text.slice(span.start, span.end);
  const start = span.start + (raw.length - raw.trimStart().length);
  return { start, end: Math.max(start, span.start + raw.trimEnd().length) };
}
