/**
 * Mean and spread of the similarity of any question to all passages, without looking at each passage: for a
 * question q, mean = q·μ and variance = qᵀΣq, with μ and Σ the passages' mean and covariance.
 */
export type VectorMoments = { mean: Float32Array; covariance: Float32Array };

/** Enough passages for a stable covariance; more are sampled at even distances. */
const mostSampled = 4_000;

/** Computes the moments of the vectors of some rows. */
export function measureMoments(
  allRows: readonly number[],
  dimensions: number,
  vectorAt: (row: number) => ArrayLike<number>,
): VectorMoments {
  const mean = new Float32Array(dimensions);
  const covariance = new Float32Array(dimensions * dimensions);
  const sampled = Math.min(allRows.length, mostSampled);
  if (sampled === 0) return { mean, covariance };
  const step = allRows.length / sampled;
  const rows = Array.from({ length: sampled }, (_, index) => allRows[Math.floor(index * step)] ?? 0);
  const vectors = rows.map((row) => Float32Array.from(vectorAt(row)));
  for (const vector of vectors) {
    for (const [index, value] of vector.entries()) add(mean, index, value / sampled);
  }
  for (const vector of vectors) {
    const centred = vector.map((value, index) => value - at(mean, index));
    for (let row = 0; row < dimensions; row += 1) {
      const scaled = at(centred, row) / sampled;
      const offset = row * dimensions;
      for (let column = 0; column < dimensions; column += 1) {
        add(covariance, offset + column, scaled * at(centred, column));
      }
    }
  }
  return { mean, covariance };
}

/** Mean and standard deviation of the similarity of `question` to all passages. */
export function similarityMoments(
  moments: VectorMoments,
  question: Float32Array,
): { mean: number; deviation: number } {
  const dimensions = question.length;
  let mean = 0;
  let variance = 0;
  // The matrix is symmetric: each pair off the diagonal counts twice.
  for (let row = 0; row < dimensions; row += 1) {
    const offset = row * dimensions;
    const value = question[row] ?? 0;
    let dot = (moments.covariance[offset + row] ?? 0) * value;
    for (let column = row + 1; column < dimensions; column += 1) {
      dot += 2 * (moments.covariance[offset + column] ?? 0) * (question[column] ?? 0);
    }
    mean += value * (moments.mean[row] ?? 0);
    variance += value * dot;
  }
  return { mean, deviation: Math.sqrt(Math.max(variance, 0)) };
}

/** Mean and covariance one behind the other, as 32-bit floats in the machine's order. */
export function momentsToBytes(moments: VectorMoments): Buffer {
  return Buffer.concat([moments.mean, moments.covariance].map((part) => Buffer.from(part.buffer)));
}

/** The inverse of `momentsToBytes` for moments one behind the other; an incomplete rest is left out. */
export function momentsFromBytes(bytes: Buffer, dimensions: number): VectorMoments[] {
  const size = (dimensions + dimensions * dimensions) * Float32Array.BYTES_PER_ELEMENT;
  return Array.from({ length: Math.floor(bytes.byteLength / size) }, (_, index) => {
    const start = bytes.byteOffset + index * size;
    const floats = new Float32Array(bytes.buffer.slice(start, start + size));
    return { mean: floats.slice(0, dimensions), covariance: floats.slice(dimensions) };
  });
}

function at(values: ArrayLike<number>, index: number): number {
  return values[index] ?? 0;
}

function add(values: Float32Array, index: number, value: number): void {
  values[index] = at(values, index) + value;
}
