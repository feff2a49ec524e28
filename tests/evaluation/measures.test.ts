import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrapInterval } from '../../src/evaluation/bootstrap.ts';
import { measureRanking } from '../../src/evaluation/measures.ts';

describe('measureRanking', () => {
  it('is 1 where the one relevant passage comes first', () => {
    expect(measureRanking(['a', 'b'], ['a'], 10)).toEqual({
      ndcg: 1,
      recall: 1,
      recall100: 1,
      mrr: 1,
      hit1: 1,
    });
  });

  it('discounts by the logarithm of the rank', () => {
    const { ndcg, mrr, hit1 } = measureRanking(['x', 'y', 'a'], ['a'], 10);
    expect([ndcg, mrr, hit1]).toEqual([1 / Math.log2(4), 1 / 3, 0]);
  });

  it('measures two relevant passages against the best order of both', () => {
    const { ndcg, recall } = measureRanking(['a', 'x', 'b'], ['a', 'b'], 10);
    expect(ndcg).toBeCloseTo((1 + 1 / 2) / (1 + 1 / Math.log2(3)), 12);
    expect(recall).toBe(1);
  });

  it('looks no deeper than k, but to 100 for recall at 100', () => {
    const ranking = [...Array.from({ length: 20 }, (_, index) => `x${index}`), 'a'];
    expect(measureRanking(ranking, ['a'], 10)).toEqual({ ndcg: 0, recall: 0, recall100: 1, mrr: 0, hit1: 0 });
  });

  it('is within 0 and 1 for any ranking', () => {
    const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghij'));
    fc.assert(
      fc.property(ids, ids, fc.integer({ min: 1, max: 12 }), (ranking, gold, k) => {
        for (const value of Object.values(measureRanking(ranking, gold, k))) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });
});

describe('bootstrapInterval', () => {
  it('encloses the mean, and is the same for the same values', () => {
    const values = Array.from({ length: 200 }, (_, index) => (index % 4 === 0 ? 0 : 1));
    const [low, high] = bootstrapInterval(values);
    expect(low).toBeLessThan(0.75);
    expect(high).toBeGreaterThan(0.75);
    expect(high - low).toBeLessThan(0.14);
    expect(bootstrapInterval(values)).toEqual([low, high]);
  });

  it('is a point where all values are one, and empty for none', () => {
    expect(bootstrapInterval([1, 1, 1])).toEqual([1, 1]);
    expect(bootstrapInterval([])).toEqual([0, 0]);
  });
});
