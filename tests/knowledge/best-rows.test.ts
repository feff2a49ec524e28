import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestRows } from '../../src/knowledge/best-rows.ts';

describe('bestRows', () => {
  it('gives what sorting all rows gives, equal ones in their order', () => {
    // Few different scores, so that many are equal where the list is cut.
    const scores = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 200 });
    fc.assert(
      fc.property(scores, fc.integer({ min: 0, max: 20 }), (values, most) => {
        const naive = values
          .map((score, row) => ({ score, row }))
          .filter(({ score }) => score > 0)
          .sort((left, right) => right.score - left.score || left.row - right.row)
          .slice(0, most)
          .map(({ row }) => row);
        expect(bestRows(Float64Array.from(values), most)).toEqual(naive);
      }),
      { numRuns: 500 },
    );
  });
});
