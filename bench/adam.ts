const [firstDecay, secondDecay, tiny] = [0.9, 0.999, 1e-8];

/** Moves `values` against a gradient. */
export type Optimizer = (
  values: Float32Array | Float64Array,
  gradient: ArrayLike<number>,
  rate: number,
) => void;

/** Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015, for one list of numbers, with its decay rates. */
export function createAdam(length: number): Optimizer {
  const first = new Float64Array(length);
  const second = new Float64Array(length);
  let steps = 0;
  return (values, gradient, rate) => {
    steps += 1;
    const firstShare = 1 - firstDecay ** steps;
    const secondShare = 1 - secondDecay ** steps;
    for (let index = 0; index < length; index += 1) {
      const slope = gradient[index] ?? 0;
      const mean = firstDecay * (first[index] ?? 0) + (1 - firstDecay) * slope;
      const square = secondDecay * (second[index] ?? 0) + (1 - secondDecay) * slope * slope;
      first[index] = mean;
      second[index] = square;
      const step = mean / firstShare / (Math.sqrt(square / secondShare) + tiny);
      values[index] = (values[index] ?? 0) - rate * step;
    }
  };
}
