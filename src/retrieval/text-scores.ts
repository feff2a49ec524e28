import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { knownShare, weighTerms } from './term-weights.ts';

/**
 * The best clause has this many standard deviations at most, and the others in proportion. A rare word lifts a clause
 * ever farther above the mean the more clauses there are without it, 8 over five documents and 33 over 55,000
 * articles, and a vector does not: BM25 would drown out the rest.
 */
const mostDeviations = 5;

/** What the full text says of a question. */
export type TextScores = {
  /** The question's terms with their rarity; 0 for one that no clause has. */
  termWeights: Map<string, number>;
  /** The share of the terms that the documents have at all: near 0 for a question in another script. */
  knownShare: number;
  /** BM25 of a clause in standard deviations above the mean of all, scaled; 0 for one without a shared term. */
  of(clauseRow: number): number;
  /** The rows of the best clauses that share a term with the question, best first. */
  best(most: number): number[];
};

/** Scores the clauses that share a term with the question by BM25. */
export function textScores(knowledge: KnowledgeBase, terms: readonly string[]): TextScores {
  const termWeights = weighTerms(knowledge, terms);
  const matches = knowledge.matchTerms(terms);
  const count = Math.max(knowledge.manifest.clauses + knowledge.manifest.documents, 1);
  // Clauses without a shared term have the score 0 and count too.
  const mean = matches.sum / count;
  const deviation = Math.sqrt(Math.max(matches.squares / count - mean * mean, 0));
  const deviationsOf = (score: number): number =>
    score > 0 && deviation > 0 ? (score - mean) / deviation : 0;
  const highest = deviationsOf(matches.highest);
  const scale = highest > mostDeviations ? mostDeviations / highest : 1;
  return {
    termWeights,
    knownShare: knownShare(termWeights),
    of: (clauseRow) => scale * deviationsOf(matches.scoreOf(clauseRow)),
    best: matches.best,
  };
}
