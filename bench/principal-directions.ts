import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/**
 * The mean of vectors, and the eigenvectors of their covariance with the largest eigenvalues, one behind the other:
 * principal component analysis.
 */
export function principalDirections(
  vectors: readonly Float32Array[],
  count: number,
): { mean: Float32Array; matrix: Float32Array } {
  const width = vectors[0]?.length ?? 0;
  const mean = new Float32Array(width);
  for (const vector of vectors)
    for (const [index, value] of vector.entries()) mean[index] = (mean[index] ?? 0) + value / vectors.length;
  const sums = new Float64Array(width * width);
  for (const vector of vectors) {
    const centred = vector.map((value, index) => value - (mean[index] ?? 0));
    for (let row = 0; row < width; row += 1) {
      const factor = centred[row] ?? 0;
      for (let column = 0; column <= row; column += 1) {
        const at = row * width + column;
        sums[at] = (sums[at] ?? 0) + factor * (centred[column] ?? 0);
      }
    }
  }
  const covariance = new Matrix(width, width);
  for (let row = 0; row < width; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      const value = sums[row * width + column] ?? 0;
      covariance.set(row, column, value);
      covariance.set(column, row, value);
    }
  }
  // The library lists the eigenvalues of a symmetric matrix from the smallest to the largest.
  const bySize = new EigenvalueDecomposition(covariance, { assumeSymmetric: true }).eigenvectorMatrix;
  const columns = Array.from({ length: count }, (_, index) => bySize.getColumn(width - 1 - index));
  return { mean, matrix: Float32Array.from(columns.flat()) };
}
