import { innerProduct } from '../src/embedding/inner-product.ts';
import { multiplyRows } from './matrix-products.ts';
import type { ClauseTokens, ProjectionQuestion } from './projection-questions.ts';

/** Directions, one behind the other, by which a state of `width` numbers is projected. */
export type Projection = { matrix: Float32Array; width: number };

/** Tokens after the projection: unit vectors, and the lengths that they had. */
export type ProjectedTokens = { rows: Float32Array; norms: Float32Array };

/** How well a clause meets a question, and by which of its tokens: for each token of the question the nearest. */
export type LateScore = { score: number; inSentence: Int32Array; inClause: Int32Array };

/** Projects states; the direction of a state that is projected to nothing stays zero. */
export function projectTokens({ matrix, width }: Projection, states: Float32Array): ProjectedTokens {
  const directions = matrix.length / width;
  const tokens = states.length / width;
  const rows = new Float32Array(tokens * directions);
  multiplyRows(states, matrix, width, rows);
  const norms = new Float32Array(tokens);
  for (let token = 0; token < tokens; token += 1) {
    const start = token * directions;
    const norm = Math.sqrt(innerProduct(rows, start, rows, start, directions)) || 1;
    norms[token] = norm;
    for (let at = start; at < start + directions; at += 1) rows[at] = (rows[at] ?? 0) / norm;
  }
  return { rows, norms };
}

/**
 * The score of the word-by-word comparison as the search has it (src/retrieval/late-interaction.ts): the mean of that of
 * the best sentence and that of all sentences.
 */
export function scoreClause(
  { weights }: Pick<ProjectionQuestion, 'weights'>,
  asked: ProjectedTokens,
  { sentenceEnds }: Pick<ClauseTokens, 'sentenceEnds'>,
  met: ProjectedTokens,
): LateScore {
  const count = weights.length;
  const products = new Float32Array(count * met.norms.length);
  multiplyRows(met.rows, asked.rows, asked.rows.length / count, products);
  const best = new Float64Array(count).fill(-1);
  const inClause = new Int32Array(count);
  let sentence = Number.NEGATIVE_INFINITY;
  let inSentence: Int32Array = inClause;
  let start = 0;
  for (const end of sentenceEnds) {
    const nearest = nearestOf(products, count, start, end);
    start = end;
    let value = 0;
    for (let index = 0; index < count; index += 1) {
      const token = nearest[index] ?? 0;
      const product = products[token * count + index] ?? 0;
      value += (weights[index] ?? 0) * product;
      if (product <= (best[index] ?? 0)) continue;
      best[index] = product;
      inClause[index] = token;
    }
    if (value <= sentence) continue;
    sentence = value;
    inSentence = nearest;
  }
  const clause = best.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0);
  return { score: (sentence + clause) / 2, inSentence, inClause };
}

/** For each of `count` columns the row with the greatest number, of those from `start` to `end`. */
function nearestOf(products: Float32Array, count: number, start: number, end: number): Int32Array {
  const nearest = new Int32Array(count).fill(start);
  for (let index = 0; index < count; index += 1) {
    let most = Number.NEGATIVE_INFINITY;
    for (let row = start; row < end; row += 1) {
      const product = products[row * count + index] ?? 0;
      if (product <= most) continue;
      most = product;
      nearest[index] = row;
    }
  }
  return nearest;
}
