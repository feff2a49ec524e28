import { foldText } from '../clauses/fold-text.ts';
import type { Embedder } from '../embedding/embedder.ts';
import type { KnowledgeBase, TextMatch } from '../knowledge/knowledge-base.ts';
import { searchTerms } from '../knowledge/search-terms.ts';
import { denseScores } from './dense-scores.ts';
import { scorePassages } from './passage-scores.ts';
import type { RankedClause, SearchResult } from './ranked-clause.ts';
import { knownShare, weighTerms } from './term-weights.ts';

/** How many clauses the full text adds to those that the vectors found. */
const textPool = 50;

/** How many clauses are handed on. */
const mostRanked = 10;

/**
 * Weight of BM25 against the vectors when all terms of a question occur in the documents: on Chinese public
 * sets 0.3 to 0.5 is best and better than reciprocal rank fusion.
 */
const fullTextWeight = 0.4;

/**
 * Ranks the clauses of the documents for a question: the best passage of each clause by vector, fused with
 * BM25. Both scores are normalised over the whole corpus; full text counts by the share of the question's
 * terms that the documents have at all, so that it is silent across languages.
 */
export async function searchClauses(
  deps: { knowledge: KnowledgeBase; embedder: Embedder },
  question: string,
): Promise<SearchResult> {
  const { knowledge } = deps;
  const started = performance.now();
  const folded = foldText(question);
  // The model runs in its own thread: full text is searched meanwhile.
  const embedding = deps.embedder.embedQuestion(folded);
  embedding.catch(() => undefined);
  const terms = [...new Set(searchTerms(folded))];
  const termWeights = weighTerms(knowledge, terms);
  const matches = knowledge.matchTerms(terms);
  const textZ = standardScores(matches, knowledge.manifest.clauses + knowledge.manifest.documents);
  const textWeight = fullTextWeight * knownShare(termWeights);
  const textDone = performance.now();
  const scores = scorePassages(knowledge, await embedding);
  const embedded = performance.now();
  const clauses = rank(knowledge, denseScores(knowledge, scores), textZ, matches, textWeight);
  const searchMs = textDone - started + (performance.now() - embedded);
  const timings = { embedMs: embedded - textDone, searchMs };
  return { clauses, termWeights, textWeight, passageScore: scores.of, timings };
}

function rank(
  knowledge: KnowledgeBase,
  denseZ: ReadonlyMap<number, number>,
  textZ: ReadonlyMap<number, number>,
  matches: readonly TextMatch[],
  textWeight: number,
): RankedClause[] {
  // A clause that only the full text found has at most the similarity of the last neighbour.
  const farthest = Math.min(...denseZ.values(), 0);
  const candidates = new Set([
    ...denseZ.keys(),
    ...matches.slice(0, textPool).map(({ clauseRow }) => clauseRow),
  ]);
  return [...candidates]
    .map((row) => {
      const dense = denseZ.get(row) ?? farthest;
      const text = textZ.get(row) ?? 0;
      return { row, score: dense + textWeight * text, denseZ: dense, textZ: text };
    })
    .sort((left, right) => right.score - left.score || left.row - right.row)
    .slice(0, mostRanked)
    .flatMap(({ row, ...scores }) => {
      const clause = knowledge.clauseAt(row);
      return clause === null ? [] : [{ clause, ...scores }];
    });
}

/** z-scores of BM25 over all clauses; those without a shared term have the score 0 and count too. */
function standardScores(matches: readonly TextMatch[], count: number): Map<number, number> {
  const sum = matches.reduce((total, { score }) => total + score, 0);
  const squares = matches.reduce((total, { score }) => total + score * score, 0);
  const mean = count > 0 ? sum / count : 0;
  const deviation = Math.sqrt(Math.max(squares / Math.max(count, 1) - mean * mean, 0));
  if (deviation === 0) return new Map();
  return new Map(matches.map(({ clauseRow, score }) => [clauseRow, (score - mean) / deviation]));
}
