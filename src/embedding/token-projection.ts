import { readFileSync } from 'node:fs';
import type { ModelIdentity } from './embedder.ts';
import { innerProduct } from './inner-product.ts';
import { writeTokenRow } from './token-row.ts';

/** The revision of the model that the projection belongs to, as 16 ASCII characters, stands before the numbers. */
export const headerBytes = 16;

/** Turns a token's hidden state into a short direction; made for one model by `bench/fit-token-projection`. */
export type TokenProjection = {
  /** Length of a projected token. */
  dimensions: number;
  /** Projects one hidden state into `target` at `offset`. */
  project(hidden: Float32Array, target: Int8Array, offset: number): void;
};

/**
 * Loads the projection of a model: after the header, the mean direction of hidden states and then the principal
 * directions, as 32-bit floats. Null when the model has none, or one that was made for other weights, which
 * would only add noise; that costs only the finer ranking.
 */
export function loadTokenProjection(
  path: string,
  { revision, dimensions: modelDimensions }: ModelIdentity,
): TokenProjection | null {
  const bytes = readOptional(path);
  if (bytes === null || bytes.length <= headerBytes) return null;
  if (bytes.toString('ascii', 0, headerBytes) !== revision) return null;
  const numbers = new Float32Array(
    bytes.buffer.slice(bytes.byteOffset + headerBytes, bytes.byteOffset + bytes.length),
  );
  const mean = numbers.subarray(0, modelDimensions);
  const basis = numbers.subarray(modelDimensions);
  const dimensions = Math.floor(basis.length / modelDimensions);
  return {
    dimensions,
    project: (hidden, target, offset) => {
      const centred = directionFrom(mean, hidden);
      const projected = new Float32Array(dimensions);
      for (let row = 0; row < dimensions; row += 1) {
        projected[row] = innerProduct(basis, row * modelDimensions, centred, 0, modelDimensions);
      }
      const norm = Math.sqrt(innerProduct(projected, 0, projected, 0, dimensions));
      writeTokenRow(projected, norm, target, offset);
    },
  };
}

/** The direction of a state, of norm 1, as seen from the mean direction. */
function directionFrom(mean: Float32Array, hidden: Float32Array): Float32Array {
  const norm = Math.sqrt(innerProduct(hidden, 0, hidden, 0, hidden.length));
  return hidden.map((value, index) => value / norm - (mean[index] ?? 0));
}

function readOptional(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
