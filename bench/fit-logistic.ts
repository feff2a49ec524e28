import { Matrix, solve } from 'ml-matrix';

/** Steps of Newton's method; it converges in fewer. */
const steps = 60;
const ridge = 1e-3;

/**
 * Fits a logistic regression by Newton's method with a ridge penalty (Hastie, Tibshirani and Friedman, "The Elements of
 * Statistical Learning", 4.4). Features are standardised inside; the result is in the features' own units.
 */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  labels: readonly boolean[],
): { weights: number[]; bias: number } {
  const width = rows[0]?.length ?? 0;
  const means = columns(width, (column) => mean(rows.map((row) => row[column] ?? 0)));
  const spreads = columns(width, (column) => {
    const centre = means[column] ?? 0;
    return Math.sqrt(mean(rows.map((row) => ((row[column] ?? 0) - centre) ** 2))) + 1e-9;
  });
  const features = new Matrix(
    rows.map((row) => [
      ...row.map((value, column) => (value - (means[column] ?? 0)) / (spreads[column] ?? 1)),
      1,
    ]),
  );
  let beta = Matrix.zeros(width + 1, 1);
  for (let step = 0; step < steps; step += 1) {
    const chances = features
      .mmul(beta)
      .to1DArray()
      .map((logit) => 1 / (1 + Math.exp(-logit)));
    const errors = Matrix.columnVector(chances.map((chance, row) => chance - (labels[row] === true ? 1 : 0)));
    const gradient = features.transpose().mmul(errors).div(rows.length).add(Matrix.mul(beta, ridge));
    const scaled = features.clone();
    for (const [row, chance] of chances.entries()) scaled.mulRow(row, chance * (1 - chance));
    const hessian = features
      .transpose()
      .mmul(scaled)
      .div(rows.length)
      .add(Matrix.eye(width + 1).mul(ridge));
    beta = Matrix.sub(beta, solve(hessian, gradient));
  }
  const raw = beta.to1DArray();
  const weights = columns(width, (column) => (raw[column] ?? 0) / (spreads[column] ?? 1));
  const shift = weights.reduce((sum, weight, column) => sum + weight * (means[column] ?? 0), 0);
  return { weights, bias: (raw[width] ?? 0) - shift };
}

function columns(width: number, of: (column: number) => number): number[] {
  return Array.from({ length: width }, (_, column) => of(column));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}
