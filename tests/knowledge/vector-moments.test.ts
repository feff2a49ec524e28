import { describe, expect, it } from 'vitest';
import {
  measureMoments,
  momentsFromBytes,
  momentsToBytes,
  similarityMoments,
} from '../../src/knowledge/vector-moments.ts';
import { innerProduct, randomVectors } from './random-vectors.ts';

const dimensions = 24;
// Moved off the origin, as the vectors of a language model are.
const vectors = randomVectors(700, dimensions, 3).map((vector) =>
  vector.map((value, index) => value + (index % 3) / 4),
);
const questions = randomVectors(30, dimensions, 4);
const vectorAt = (row: number): ArrayLike<number> => vectors[row] ?? [];
const rows = [...vectors.keys()];

/** Looks at each of the rows. */
function naiveMoments(question: Float32Array, of: readonly number[]): { mean: number; deviation: number } {
  const similarities = of.map((row) => innerProduct(vectorAt(row), question));
  const mean = similarities.reduce((sum, similarity) => sum + similarity, 0) / of.length;
  const variance = similarities.reduce((sum, similarity) => sum + (similarity - mean) ** 2, 0) / of.length;
  return { mean, deviation: Math.sqrt(variance) };
}

describe('vector moments', () => {
  it.each([
    ['all rows', rows],
    ['some rows', rows.filter((row) => row % 3 === 1)],
    ['one row', [5]],
  ])('give mean and deviation of the similarity to %s', (_which, of) => {
    const moments = measureMoments(of, dimensions, vectorAt);
    for (const question of questions) {
      const { mean, deviation } = similarityMoments(moments, question);
      const expected = naiveMoments(question, of);
      expect(Math.abs(mean - expected.mean)).toBeLessThan(1e-4);
      expect(Math.abs(deviation - expected.deviation)).toBeLessThan(1e-4);
    }
  });

  it('are zero where there is no row', () => {
    const moments = measureMoments([], dimensions, vectorAt);
    for (const question of questions)
      expect(similarityMoments(moments, question)).toEqual({ mean: 0, deviation: 0 });
  });

  it('are sampled over all rows when there are many', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => index);
    const half = (row: number): number[] => [row < 10_000 ? 0 : 1];
    const { mean } = similarityMoments(measureMoments(many, 1, half), Float32Array.of(1));
    expect(mean).toBeCloseTo(0.5, 2);
  });

  it('come back from bytes one behind the other, whatever stands before them', () => {
    const parts = [measureMoments(rows, dimensions, vectorAt), measureMoments([1, 2], dimensions, vectorAt)];
    const bytes = Buffer.concat([Buffer.from('x'), ...parts.map(momentsToBytes)]).subarray(1);
    expect(momentsFromBytes(bytes, dimensions)).toEqual(parts);
    expect(momentsFromBytes(bytes.subarray(0, -1), dimensions)).toEqual(parts.slice(0, 1));
  });
});
