import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { PassageKind } from '../knowledge/make-passages.ts';
import type { PassageScores } from './passage-scores.ts';

/** So many clauses, the best by their best passage, have both of their scores completed. */
const completed = 12;

type Best = Partial<Record<PassageKind, number>>;

/**
 * Scores clauses by their vectors: the mean of the best sentence's and the best stretch's score. A sentence
 * finds the exact place, the whole clause the topic; together they are better than either. The keys are rows
 * of clauses. @param pool how many passages are looked at.
 */
export function denseScores(
  knowledge: KnowledgeBase,
  scores: PassageScores,
  pool: number,
): Map<number, number> {
  const best = new Map<number, Best>();
  for (const { passage, score } of scores.nearest(pool)) {
    const known = best.get(passage.clauseRow) ?? {};
    known[passage.kind] = Math.max(known[passage.kind] ?? score, score);
    best.set(passage.clauseRow, known);
  }
  const ordered = [...best].sort(([, left], [, right]) => peak(right) - peak(left));
  for (const [clauseRow, known] of ordered.slice(0, completed)) complete(knowledge, clauseRow, known, scores);
  const farthest = ordered.reduce((least, [, known]) => Math.min(least, peak(known)), 0);
  return new Map(ordered.map(([clauseRow, known]) => [clauseRow, average(known, farthest)]));
}

/** Looks up what the pool did not bring: the clause's best passage of the other kind. */
function complete(knowledge: KnowledgeBase, clauseRow: number, known: Best, scores: PassageScores): void {
  if (known.sentence !== undefined && known.clause !== undefined) return;
  const missing: PassageKind = known.sentence === undefined ? 'sentence' : 'clause';
  const found = knowledge
    .passagesOf(clauseRow)
    .filter(({ kind }) => kind === missing)
    .map((passage) => scores.of(passage));
  if (found.length > 0) known[missing] = Math.max(...found);
}

/** A kind that the clause lacks, or that was too far to be looked up, counts as the farthest that was found. */
function average(known: Best, farthest: number): number {
  return ((known.sentence ?? farthest) + (known.clause ?? farthest)) / 2;
}

function peak(known: Best): number {
  return Math.max(known.sentence ?? Number.NEGATIVE_INFINITY, known.clause ?? Number.NEGATIVE_INFINITY);
}
