import { innerProduct } from '../src/embedding/inner-product.ts';
import {
  type LateScore,
  type ProjectedTokens,
  type Projection,
  projectTokens,
  scoreClause,
} from './late-scores.ts';
import { addOuterProducts } from './matrix-products.ts';
import type { ClauseTokens, ProjectionQuestion } from './projection-questions.ts';

/** The mean loss of a batch, and how it changes with each number of the matrix and with the logarithm of the temperature. */
export type BatchGradient = { loss: number; matrix: Float32Array; logTemperature: number };

/** Projected tokens, and how the loss changes with each number of `rows`. */
type Pulled = ProjectedTokens & { states: Float32Array; pull: Float32Array };

/**
 * The loss of questions that are each to rank their gold clauses before all others of the batch: minus the logarithm of
 * the share that the gold ones have of the exponentials of `temperature` times the score. As in ColBERT (Khattab and
 * Zaharia, 2020), only the tokens that are nearest to a question's carry a gradient; it is gathered by token first, so
 * that each token is multiplied with its state once.
 */
export function lateGradient(
  projection: Projection,
  questions: readonly Pick<ProjectionQuestion, 'states' | 'weights' | 'gold'>[],
  clauses: readonly ClauseTokens[],
  temperature: number,
): BatchGradient {
  const start = (states: Float32Array): Pulled => {
    const projected = projectTokens(projection, states);
    return { ...projected, states, pull: new Float32Array(projected.rows.length) };
  };
  const met = clauses.map(({ states }) => start(states));
  const gradient = { loss: 0, matrix: new Float32Array(projection.matrix.length), logTemperature: 0 };
  for (const question of questions) {
    const asked = start(question.states);
    const scores = clauses.map((clause, index) => scoreClause(question, asked, clause, met[index] ?? asked));
    const isGold = clauses.map(({ id }) => question.gold.includes(id));
    const { loss, slopes } = rankingLoss(
      scores.map(({ score }) => score * temperature),
      isGold,
    );
    gradient.loss += loss / questions.length;
    for (const [index, score] of scores.entries()) {
      const slope = ((slopes[index] ?? 0) * temperature) / questions.length;
      gradient.logTemperature += slope * score.score;
      pullTogether(question.weights, slope, score, asked, met[index] ?? asked);
    }
    addToMatrix(asked, projection.width, gradient.matrix);
  }
  for (const clause of met) addToMatrix(clause, projection.width, gradient.matrix);
  return gradient;
}

/** Minus the logarithm of the gold ones' share of the exponentials, and its slope along each logit. */
function rankingLoss(
  logits: readonly number[],
  isGold: readonly boolean[],
): { loss: number; slopes: number[] } {
  const most = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - most));
  const all = powers.reduce((sum, power) => sum + power, 0);
  const gold = Math.max(
    powers.reduce((sum, power, index) => sum + (isGold[index] === true ? power : 0), 0),
    Number.MIN_VALUE,
  );
  return {
    loss: Math.log(all) - Math.log(gold),
    slopes: powers.map((power, index) => power / all - (isGold[index] === true ? power / gold : 0)),
  };
}

/** Adds what one score, of the slope given, has to say to the tokens it comes from. */
function pullTogether(
  weights: readonly number[],
  slope: number,
  { inSentence, inClause }: LateScore,
  asked: Pulled,
  met: Pulled,
): void {
  const width = asked.rows.length / weights.length;
  for (const [index, weight] of weights.entries()) {
    for (const nearest of [inSentence, inClause]) {
      const here = index * width;
      const there = (nearest[index] ?? 0) * width;
      const factor = (slope * weight) / 2;
      for (let at = 0; at < width; at += 1) {
        asked.pull[here + at] = (asked.pull[here + at] ?? 0) + factor * (met.rows[there + at] ?? 0);
        met.pull[there + at] = (met.pull[there + at] ?? 0) + factor * (asked.rows[here + at] ?? 0);
      }
    }
  }
}

/**
 * Of a direction a = Px / |Px| that is pulled by g, the matrix P is pulled by (g − (g · a) a) xᵀ / |Px|: the part of g
 * along a would only change the length. Tokens without a pull are passed over.
 */
function addToMatrix({ rows, norms, states, pull }: Pulled, width: number, matrix: Float32Array): void {
  const directions = rows.length / norms.length;
  const pulled: number[] = [];
  for (const [token, norm] of norms.entries()) {
    const start = token * directions;
    if (innerProduct(pull, start, pull, start, directions) === 0) continue;
    const along = innerProduct(pull, start, rows, start, directions);
    for (let at = start; at < start + directions; at += 1)
      pull[at] = ((pull[at] ?? 0) - along * (rows[at] ?? 0)) / norm;
    pulled.push(token);
  }
  addOuterProducts(pull, directions, states, width, pulled, matrix);
}
