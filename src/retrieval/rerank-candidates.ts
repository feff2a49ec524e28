import type { LateScore } from './late-interaction.ts';
import { meanAndSpread } from './mean-and-spread.ts';

/** A clause that the first search found, by its row. */
export type Candidate = {
  row: number;
  denseZ: number;
  textZ: number;
  /** What it loses because its document is not the one that is meant. */
  loss: number;
  score: number;
};

/** Shares of the three scores in the last ranking; found on public sets and questions of our own. */
const shares = { dense: 0.4, late: 0.6, text: 0.4 };

/**
 * Ranks candidates anew by how well their words meet the question's. The scores of the word-by-word comparison
 * are taken relative to those of the other candidates, half from the best sentence, half from the clause.
 * @param knownShare the share of the question's terms that the documents have.
 */
export function rerankCandidates(
  candidates: readonly Candidate[],
  late: (clauseRow: number) => LateScore | null,
  knownShare: number,
): Array<Candidate & { late: LateScore | null }> {
  const compared = candidates.map((candidate) => ({ ...candidate, late: late(candidate.row) }));
  const sentence = relative(compared.map((candidate) => candidate.late?.sentence ?? null));
  const clause = relative(compared.map((candidate) => candidate.late?.clause ?? null));
  return compared
    .map((candidate, index) => {
      const lateZ = ((sentence[index] ?? 0) + (clause[index] ?? 0)) / 2;
      const { denseZ, textZ, loss } = candidate;
      return {
        ...candidate,
        score: shares.dense * denseZ + shares.late * lateZ + shares.text * knownShare * textZ - loss,
      };
    })
    .sort(byScore);
}

/** The best first; between equals the order of the documents. */
export function byScore(left: Candidate, right: Candidate): number {
  return right.score - left.score || left.row - right.row;
}

/** Standard deviations above the mean; what has no score counts as the least. */
function relative(scores: ReadonlyArray<number | null>): number[] {
  const known = scores.filter((score) => score !== null);
  if (known.length === 0) return scores.map(() => 0);
  const { mean, spread } = meanAndSpread(known);
  const least = Math.min(...known);
  return scores.map((score) => ((score ?? least) - mean) / spread);
}
