import type { TokenMatch } from '../retrieval/late-interaction.ts';
import type { RankedClause } from '../retrieval/ranked-clause.ts';

/** What speaks for the documents answering a question, from the clause that answers best. */
export type Evidence = {
  /** Similarity of the clause's words to the question's, of its best sentence's, and of those that meet least. */
  clause: number;
  sentence: number;
  weakest: number;
  /** How far the clause's vectors lie above the mean of all, in standard deviations. */
  dense: number;
  /** Shares of the question's words, by rarity, that the clause has something like, and that it has nothing like. */
  matched: number;
  missing: number;
  /** How far the clause is ahead of the next, in the score of the ranking. */
  margin: number;
  /** The score of the ranking: vectors, full text and words together. */
  score: number;
};

export const evidenceNames = [
  'clause',
  'sentence',
  'weakest',
  'dense',
  'matched',
  'missing',
  'margin',
  'score',
] as const;

/** Similarities from which on two tokens say something alike, and below which nothing. */
const alike = 0.6;
const unlike = 0.45;
/** The words that meet least, up to this share of all by rarity. */
const weakestShare = 0.34;
const mostMargin = 4;

/** Reads the evidence from a ranking, best first; null where nothing was compared word by word. */
export function readEvidence(clauses: readonly RankedClause[]): Evidence | null {
  const [first, second] = clauses.filter(({ late }) => late !== null);
  if (first?.late === undefined || first.late === null) return null;
  const { clause, sentence, byToken } = first.late;
  const total = byToken.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const shareOf = (isCounted: (match: TokenMatch) => boolean): number =>
    byToken.filter(isCounted).reduce((sum, { weight }) => sum + weight, 0) / total;
  return {
    clause,
    sentence,
    weakest: weakestOf(byToken, total),
    dense: first.denseZ,
    matched: shareOf(({ similarity }) => similarity > alike),
    missing: shareOf(({ similarity }) => similarity < unlike),
    margin: Math.min(first.score - (second?.score ?? 0), mostMargin),
    score: first.score,
  };
}

/** The mean similarity of the words that meet least. */
function weakestOf(byToken: readonly TokenMatch[], total: number): number {
  const ordered = byToken.toSorted((left, right) => left.similarity - right.similarity);
  let [weights, sum] = [0, 0];
  for (const { weight, similarity } of ordered) {
    if (weights > 0 && (weights + weight) / total > weakestShare) break;
    weights += weight;
    sum += weight * similarity;
  }
  return weights > 0 ? sum / weights : 0;
}
