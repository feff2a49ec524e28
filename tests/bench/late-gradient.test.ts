import { describe, expect, it } from 'vitest';
import { lateGradient } from '../../bench/late-gradient.ts';
import { createRandom } from '../../src/evaluation/seeded-random.ts';

const width = 16;
const directions = 8;
const temperature = 8;
const random = createRandom(7);
const normal = (length: number): Float32Array => Float32Array.from({ length }, () => random() - 0.5);

const matrix = normal(directions * width);
const clauses = [
  { id: 'a', states: normal(7 * width), sentenceEnds: [3, 7] },
  { id: 'b', states: normal(5 * width), sentenceEnds: [1, 2, 5] },
  { id: 'c', states: normal(4 * width), sentenceEnds: [4] },
];
const questions = [
  { states: normal(3 * width), weights: [0.5, 0.3, 0.2], gold: ['a'] },
  { states: normal(5 * width), weights: [0.3, 0.2, 0.2, 0.2, 0.1], gold: ['b', 'c'] },
];

/** The loss as its formula says it, in 64 bits. */
function naiveLoss(values: ArrayLike<number>, temperatureNow: number): number {
  const project = (states: Float32Array): number[][] =>
    Array.from({ length: states.length / width }, (_, token) => {
      const projected = Array.from({ length: directions }, (_, row) =>
        Array.from({ length: width }, (_, at) => at).reduce(
          (sum, at) => sum + (values[row * width + at] ?? 0) * (states[token * width + at] ?? 0),
          0,
        ),
      );
      const norm = Math.hypot(...projected);
      return projected.map((value) => value / norm);
    });
  const cosine = (left: number[], right: number[]): number =>
    left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);
  const losses = questions.map(({ states, weights, gold }) => {
    const asked = project(states);
    const meets = (tokens: number[][]): number =>
      asked.reduce(
        (sum, token, index) =>
          sum + (weights[index] ?? 0) * Math.max(...tokens.map((other) => cosine(token, other))),
        0,
      );
    const powers = clauses.map((clause) => {
      const tokens = project(clause.states);
      const sentences = clause.sentenceEnds.map((end, index) =>
        tokens.slice(clause.sentenceEnds[index - 1] ?? 0, end),
      );
      return Math.exp((temperatureNow * (Math.max(...sentences.map(meets)) + meets(tokens))) / 2);
    });
    const sumOf = (numbers: number[]): number => numbers.reduce((sum, value) => sum + value, 0);
    const golden = powers.filter((_, index) => gold.includes(clauses[index]?.id ?? ''));
    return -Math.log(sumOf(golden) / sumOf(powers));
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

describe('lateGradient', () => {
  const found = lateGradient({ matrix, width }, questions, clauses, temperature);
  const step = 1e-6;

  it('has the loss of the formula', () => {
    expect(found.loss).toBeCloseTo(naiveLoss(matrix, temperature), 5);
  });

  it('has the slope of the loss along each number of the matrix', () => {
    for (const index of matrix.keys()) {
      const moved = (by: number): number[] =>
        Array.from(matrix, (value, place) => (place === index ? value + by : value));
      const slope = (naiveLoss(moved(step), temperature) - naiveLoss(moved(-step), temperature)) / (2 * step);
      expect(found.matrix[index], `number ${index}`).toBeCloseTo(slope, 4);
    }
    expect(Math.max(...found.matrix.map(Math.abs))).toBeGreaterThan(0.1);
  });

  it('has the slope along the logarithm of the temperature', () => {
    const at = (shift: number): number => naiveLoss(matrix, temperature * Math.exp(shift));
    expect(found.logTemperature).toBeCloseTo((at(step) - at(-step)) / (2 * step), 4);
  });
});
