import { createRandom } from './seeded-random.ts';

const samples = 1_000;

/**
 * The 95% interval of a mean by the percentile bootstrap (Efron and Tibshirani, 1993), with a fixed seed, so that the
 * same values give the same interval.
 */
export function bootstrapInterval(values: readonly number[]): [low: number, high: number] {
  if (values.length === 0) return [0, 0];
  const random = createRandom(1);
  const next = (): number => Math.floor(random() * values.length);
  const means = Float64Array.from({ length: samples }, () => {
    let sum = 0;
    for (let index = 0; index < values.length; index += 1) sum += values[next()] ?? 0;
    return sum / values.length;
  }).sort();
  return [means[Math.floor(samples * 0.025)] ?? 0, means[Math.ceil(samples * 0.975) - 1] ?? 0];
}
