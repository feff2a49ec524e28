import { isHeadLine } from '../clauses/is-head-line.ts';
import type { Embedder } from '../embedding/embedder.ts';
import type { IndexedClause, KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { searchTerms } from '../knowledge/search-terms.ts';
import { firstSearch, fullTextWeight } from './first-search.ts';
import type { NearestTokens } from './kernel/create-token-kernel.ts';
import { createLateInteraction, type LateScore } from './late-interaction.ts';
import { scorePassages } from './passage-scores.ts';
import { preferHeaded } from './prefer-headed.ts';
import { preferNamed } from './prefer-named.ts';
import type { RankedClause, SearchResult } from './ranked-clause.ts';
import { readScope } from './read-scope.ts';
import { type Candidate, rerankCandidates } from './rerank-candidates.ts';
import { searchedWords } from './searched-words.ts';
import { textScores } from './text-scores.ts';

/** How many clauses are compared with the question word by word, and handed on. */
const mostRanked = 24;

/**
 * Ranks the clauses of the documents for a question. A first search fuses vectors and BM25, both normalised
 * over the whole corpus; full text counts by the share of the question's terms that the documents have at all,
 * so that it is silent across languages, and clauses of one work support each other. The best are then compared with
 * the question word by word.
 * @param options.depth how many clauses are handed on; those beyond the ones that are compared keep the order of the first
 * search. @param options.asksForTask what is asked about has a heading of its own, so that headings count more.
 */
export async function searchClauses(
  deps: { knowledge: KnowledgeBase; embedder: Embedder; nearestTokens: NearestTokens },
  question: string,
  { depth = mostRanked, asksForTask = false }: { depth?: number; asksForTask?: boolean } = {},
): Promise<SearchResult> {
  const { knowledge } = deps;
  const started = performance.now();
  const scope = readScope(knowledge, question);
  const words = await searchedWords(knowledge, question, scope);
  // The model runs in its own thread: full text is searched meanwhile.
  const embedding = deps.embedder.embedQuestion(words.text, words.foreign);
  embedding.catch(() => undefined);
  const text = textScores(knowledge, [...new Set(searchTerms(words.terms))]);
  const textDone = performance.now();
  const { vector, tokens } = await embedding;
  const embedded = performance.now();
  const passages = scorePassages(knowledge, vector);
  const found = firstSearch(knowledge, passages, text, scope, Math.max(mostRanked, depth));
  const candidates = found.slice(0, mostRanked);
  const late = createLateInteraction(knowledge, tokens, deps.nearestTokens);
  const ranked = late === null ? candidates : rerankCandidates(candidates, late, text.knownShare);
  const read = ({ row, ...scores }: Candidate & { late?: LateScore | null }): RankedClause[] => {
    const clause = knowledge.clauseAt(row);
    return clause === null ? [] : [{ clause, late: null, ...scores }];
  };
  const named = preferNamed(ranked.flatMap(read), words.text);
  // In the documents' language the words of headings are found as they stand.
  const isByHeading = asksForTask && words.foreign !== undefined && tokens !== null && late !== null;
  const clauses = [
    ...(isByHeading ? preferHeaded(deps, named, tokens) : named),
    ...found.slice(mostRanked).flatMap(read),
  ];
  const searchMs = textDone - started + (performance.now() - embedded);
  return {
    clauses,
    question,
    textOf: (clause) => textWithItems(knowledge, clause),
    isForeign: words.foreign !== undefined,
    elsewhere: scope?.elsewhere ?? null,
    termWeights: text.termWeights,
    textWeight: fullTextWeight * text.knownShare,
    passageScore: passages.of,
    timings: { embedMs: embedded - textDone, searchMs },
  };
}

function textWithItems(knowledge: KnowledgeBase, { documentId, ownSpan, span }: IndexedClause): string {
  const text = knowledge.textOf(documentId);
  const { start, end } = isHeadLine(text, ownSpan) ? span : ownSpan;
  return text.slice(start, end);
}
