import { z } from 'zod';
import { type Evidence, evidenceNames } from './read-evidence.ts';

const figures = z.record(z.enum(evidenceNames), z.number());

/** Mean and standard deviation of each kind of evidence that questions without an answer find in an index. */
export const backgroundSchema = z.object({ means: figures, deviations: figures });
export type Background = z.infer<typeof backgroundSchema>;

/** Evidence that hardly varies is not blown up. */
const leastDeviation = 0.01;

/** Measures the background. @param evidence of at least one question. */
export function backgroundOf(evidence: readonly Evidence[]): Background {
  const means = each((name) => meanOf(evidence.map((one) => one[name])));
  const deviations = each((name) => {
    const mean = means[name] ?? 0;
    return Math.max(Math.sqrt(meanOf(evidence.map((one) => (one[name] - mean) ** 2))), leastDeviation);
  });
  return { means, deviations };
}

/** Evidence in standard deviations above what questions without an answer find. */
export function standardise(evidence: Evidence, { means, deviations }: Background): Evidence {
  return each((name) => (evidence[name] - (means[name] ?? 0)) / (deviations[name] ?? 1));
}

function each(compute: (name: keyof Evidence) => number): Evidence {
  // All names are there.
  return Object.fromEntries(evidenceNames.map((name) => [name, round(compute(name))])) as Evidence;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}

function round(value: number): number {
  return Number(value.toFixed(5));
}
