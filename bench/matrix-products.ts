import { z } from 'zod';
import { matrixProductsWasm } from './matrix-products.wasm.ts';

/** Below this place the kernel may keep what it likes. */
const firstPlace = 1_024;
const pageBytes = 65_536;

const kernelSchema = z.object({
  memory: z.instanceof(WebAssembly.Memory),
  multiply: z.custom<(...places: number[]) => void>((value) => typeof value === 'function'),
  addOuter: z.custom<(...places: number[]) => void>((value) => typeof value === 'function'),
});

/** WebAssembly SIMD: the same loops in JavaScript take several times as long. Its memory holds nothing between calls. */
const { memory, multiply, addOuter } = kernelSchema.parse({
  ...new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(matrixProductsWasm, 'base64')), {}).exports,
});

/**
 * The inner product of each row of `left` with each row of `right`, row by row into `out`.
 * @param width of the rows of both, a multiple of 4.
 */
export function multiplyRows(
  left: Float32Array,
  right: Float32Array,
  width: number,
  out: Float32Array,
): void {
  const [leftPlace = 0, rightPlace = 0, outPlace = 0] = placesFor([left.length, right.length, out.length]);
  const floats = new Float32Array(memory.buffer);
  floats.set(left, leftPlace / 4);
  floats.set(right, rightPlace / 4);
  multiply(leftPlace, left.length / width, rightPlace, right.length / width, width, outPlace);
  out.set(floats.subarray(outPlace / 4, outPlace / 4 + out.length));
}

/**
 * Adds to `sum` the outer products of the rows of `left` and `right` at the same places, those of `places` only.
 * @param leftWidth an even number. @param rightWidth a multiple of 16.
 */
export function addOuterProducts(
  left: Float32Array,
  leftWidth: number,
  right: Float32Array,
  rightWidth: number,
  places: readonly number[],
  sum: Float32Array,
): void {
  const lengths = [places.length * leftWidth, places.length * rightWidth, sum.length];
  const [leftPlace = 0, rightPlace = 0, sumPlace = 0] = placesFor(lengths);
  const floats = new Float32Array(memory.buffer);
  for (const [index, place] of places.entries()) {
    const factors = left.subarray(place * leftWidth, (place + 1) * leftWidth);
    floats.set(factors, leftPlace / 4 + index * leftWidth);
    const row = right.subarray(place * rightWidth, (place + 1) * rightWidth);
    floats.set(row, rightPlace / 4 + index * rightWidth);
  }
  floats.set(sum, sumPlace / 4);
  addOuter(leftPlace, leftWidth, rightPlace, rightWidth, places.length, sumPlace);
  sum.set(floats.subarray(sumPlace / 4, sumPlace / 4 + sum.length));
}

/** Places in the kernel's memory, in bytes, for lists of so many floats; the memory is made large enough. */
function placesFor(lengths: readonly number[]): number[] {
  let end = firstPlace;
  const places = lengths.map((length) => {
    const place = end;
    end += Math.ceil(length / 4) * 16;
    return place;
  });
  const missing = end - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / pageBytes));
  return places;
}
