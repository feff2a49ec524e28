import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileKernel } from '../../../build-kernel.mjs';
import { createTokenKernel } from '../../../src/retrieval/kernel/create-token-kernel.ts';
import { nearestTokensWasm } from '../../../src/retrieval/kernel/nearest-tokens.wasm.ts';

const rowsOf = (dimensions: number, most: number) =>
  fc
    .array(fc.array(fc.integer({ min: -127, max: 127 }), { minLength: dimensions, maxLength: dimensions }), {
      minLength: 1,
      maxLength: most,
    })
    .map((rows) => Int8Array.from(rows.flat()));

/** The definition. */
function naive(question: Int8Array, rows: Int8Array, dimensions: number): number[] {
  const starts = (values: Int8Array) =>
    Array.from({ length: values.length / dimensions }, (_, index) => index * dimensions);
  const product = (left: number, right: number) =>
    Array.from(
      { length: dimensions },
      (_, at) => Number(question[left + at]) * Number(rows[right + at]),
    ).reduce((sum, value) => sum + value, 0);
  return starts(question).map((left) => Math.max(0, ...starts(rows).map((right) => product(left, right))));
}

describe('createTokenKernel', () => {
  const nearestTokens = createTokenKernel();

  it('equals the definition, for rows of any length', () => {
    const sample = fc
      .integer({ min: 1, max: 100 })
      .chain((dimensions) =>
        fc.tuple(fc.constant(dimensions), rowsOf(dimensions, 6), rowsOf(dimensions, 12)),
      );
    fc.assert(
      fc.property(sample, ([dimensions, question, rows]) => {
        expect([...nearestTokens(question, rows, dimensions)]).toEqual(naive(question, rows, dimensions));
      }),
    );
  });

  it('grows with the passage', () => {
    const rows = new Int8Array(96 * 40_000).fill(1);
    expect([...nearestTokens(new Int8Array(96).fill(2), rows, 96)]).toEqual([192]);
  });

  it('takes a passage without rows', () => {
    expect([...nearestTokens(new Int8Array(96), new Int8Array(0), 96)]).toEqual([0]);
  });

  it('is compiled from its source', async () => {
    expect(nearestTokensWasm).toBe(await compileKernel());
  });
});
