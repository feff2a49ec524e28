import type { RankedClause } from '../retrieval/ranked-clause.ts';

/** What speaks for the documents answering a question, from the clause that answers best. */
export type Evidence = {
  /** Similarity of the clause's words to the question's, and of its best sentence's. */
  clause: number;
  sentence: number;
  /** How far the clause is ahead of the next, in the score of the ranking. */
  margin: number;
};

export const evidenceNames = ['clause', 'sentence', 'margin'] as const;

const mostMargin = 4;

/** Reads the evidence from a ranking, best first; null where nothing was compared word by word. */
export function readEvidence(clauses: readonly RankedClause[]): Evidence | null {
  const [first, second] = clauses.filter(({ late }) => late !== null);
  if (first?.late === undefined || first.late === null) return null;
  const { clause, sentence } = first.late;
  return { clause, sentence, margin: Math.min(first.score - (second?.score ?? 0), mostMargin) };
}
