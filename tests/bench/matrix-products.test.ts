import { describe, expect, it } from 'vitest';
import { addOuterProducts, multiplyRows } from '../../bench/matrix-products.ts';
import { matrixProductsWasm } from '../../bench/matrix-products.wasm.ts';
import { compileKernel, matrixProducts } from '../../build-kernel.mjs';
import { createRandom } from '../../src/evaluation/seeded-random.ts';

const random = createRandom(5);
const normal = (length: number): Float32Array => Float32Array.from({ length }, () => random() - 0.5);

describe('the products of matrices', () => {
  it.each([
    [1, 1],
    [2, 4],
    [7, 6],
    [40, 9],
  ])('multiplies %i rows with %i as the formula says', (rows, columns) => {
    const width = 16;
    const [left, right, out] = [
      normal(rows * width),
      normal(columns * width),
      new Float32Array(rows * columns),
    ];
    multiplyRows(left, right, width, out);
    for (const [place, value] of out.entries()) {
      const [row, column] = [Math.floor(place / columns), place % columns];
      let product = 0;
      for (let at = 0; at < width; at += 1)
        product += (left[row * width + at] ?? 0) * (right[column * width + at] ?? 0);
      expect(value).toBeCloseTo(product, 5);
    }
  });

  it('adds the outer products of the places that are named', () => {
    const [left, right, sum] = [normal(5 * 6), normal(5 * 32), new Float32Array(6 * 32).fill(1)];
    const places = [0, 2, 4];
    addOuterProducts(left, 6, right, 32, places, sum);
    for (const [at, value] of sum.entries()) {
      const [row, column] = [Math.floor(at / 32), at % 32];
      const products = places.map(
        (place) => (left[place * 6 + row] ?? 0) * (right[place * 32 + column] ?? 0),
      );
      expect(value).toBeCloseTo(
        products.reduce((all, product) => all + product, 1),
        5,
      );
    }
  });

  it('are those of the source', async () => {
    expect(matrixProductsWasm).toBe(await compileKernel(matrixProducts));
  });
});
