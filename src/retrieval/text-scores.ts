import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { knownShare, weighTerms } from './term-weights.ts';

/** What the full text says of a question. */
export type TextScores = {
  /** The question's terms with their rarity; 0 for one that no clause has. */
  termWeights: Map<string, number>;
  /** The share of the terms that the documents have at all: near 0 for a question in another script. */
  knownShare: number;
  /** BM25 by clause row, best first, in standard deviations above the mean of all clauses. */
  byClause: Map<number, number>;
};

/** Scores the clauses that share a term with the question by BM25. */
export function textScores(knowledge: KnowledgeBase, terms: readonly string[]): TextScores {
  const termWeights = weighTerms(knowledge, terms);
  const matches = knowledge.matchTerms(terms);
  const count = knowledge.manifest.clauses + knowledge.manifest.documents;
  // Clauses without a shared term have the score 0 and count too.
  const mean = matches.reduce((sum, { score }) => sum + score, 0) / Math.max(count, 1);
  const squares = matches.reduce((sum, { score }) => sum + score * score, 0) / Math.max(count, 1);
  const deviation = Math.sqrt(Math.max(squares - mean * mean, 0));
  const byClause = new Map(
    matches.map(({ clauseRow, score }) => [clauseRow, deviation > 0 ? (score - mean) / deviation : 0]),
  );
  return { termWeights, knownShare: knownShare(termWeights), byClause };
}
