import { z } from 'zod';
import { nearestTokensWasm } from './nearest-tokens.wasm.ts';

/**
 * The greatest inner product of each of the question's rows with any of the passage's rows, 0 at the least.
 * Rows are signed bytes of one length, one behind the other.
 */
export type NearestTokens = (question: Int8Array, rows: Int8Array, dimensions: number) => Int32Array;

/** SIMD works on this many bytes at a time; shorter rows are filled up with zeros. */
const laneBytes = 16;

/** Below this place the kernel may keep what it likes. */
const firstPlace = 1_024;
const pageBytes = 65_536;

const exportsSchema = z.object({
  memory: z.instanceof(WebAssembly.Memory),
  nearest: z.custom<(...places: number[]) => void>((value) => typeof value === 'function'),
});

/**
 * Creates the kernel of the word-by-word comparison: WebAssembly SIMD, because the same loop in JavaScript takes
 * twenty times as long, longer than the model. It has memory of its own and is not for two callers at once.
 */
export function createTokenKernel(): NearestTokens {
  const module = new WebAssembly.Module(Buffer.from(nearestTokensWasm, 'base64'));
  const { memory, nearest } = exportsSchema.parse({ ...new WebAssembly.Instance(module, {}).exports });
  return (question, rows, dimensions) => {
    const stride = Math.ceil(dimensions / laneBytes) * laneBytes;
    const questionRows = question.length / dimensions;
    const rowCount = rows.length / dimensions;
    const rowsPlace = firstPlace + questionRows * stride;
    const bestPlace = rowsPlace + rowCount * stride;
    growTo(memory, bestPlace + questionRows * Int32Array.BYTES_PER_ELEMENT);
    const bytes = new Int8Array(memory.buffer);
    copyRows(question, bytes, firstPlace, dimensions, stride);
    copyRows(rows, bytes, rowsPlace, dimensions, stride);
    nearest(firstPlace, questionRows, rowsPlace, rowCount, stride, bestPlace);
    return new Int32Array(memory.buffer, bestPlace, questionRows).slice();
  };
}

function growTo(memory: WebAssembly.Memory, bytes: number): void {
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / pageBytes));
}

function copyRows(from: Int8Array, to: Int8Array, place: number, dimensions: number, stride: number): void {
  if (dimensions === stride) {
    to.set(from, place);
    return;
  }
  to.fill(0, place, place + (from.length / dimensions) * stride);
  for (let at = 0; at < from.length; at += dimensions) {
    to.set(from.subarray(at, at + dimensions), place + (at / dimensions) * stride);
  }
}
