import { measureRanking } from '../src/evaluation/measures.ts';
import { type ProjectedTokens, type Projection, projectTokens, scoreClause } from './late-scores.ts';
import type { ClauseTokens, ProjectionQuestion } from './projection-questions.ts';

const depth = 10;

/** The mean nDCG@10 of questions whose candidates are ranked by the word-by-word comparison alone. */
export function lateNdcg(projection: Projection, questions: readonly ProjectionQuestion[]): number {
  const known = new Map<ClauseTokens, ProjectedTokens>();
  const project = (clause: ClauseTokens): ProjectedTokens => {
    const projected = known.get(clause) ?? projectTokens(projection, clause.states);
    known.set(clause, projected);
    return projected;
  };
  const gains = questions.map((question) => {
    const asked = projectTokens(projection, question.states);
    const ranked = question.candidates
      .map((clause) => ({ id: clause.id, ...scoreClause(question, asked, clause, project(clause)) }))
      .sort((left, right) => right.score - left.score);
    return measureRanking(
      ranked.map(({ id }) => id),
      question.gold,
      depth,
    ).ndcg;
  });
  return gains.reduce((sum, gain) => sum + gain, 0) / Math.max(gains.length, 1);
}
