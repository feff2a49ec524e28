import { z } from 'zod';
import { readFitted } from '../embedding/read-fitted.ts';
import { type Evidence, evidenceNames } from './read-evidence.ts';

const weightsSchema = z.object({
  bias: z.number(),
  weights: z.record(z.enum(evidenceNames), z.number()),
});
const fileSchema = z.object({ revision: z.string(), same: weightsSchema, foreign: weightsSchema });

/** Weighs evidence by a logistic regression; the unit is the logit. */
export type RefusalModel = {
  /** Names the weights: a line that was drawn with others means nothing. */
  version: string;
  /** @param evidence in standard deviations above what questions without an answer find. */
  score(evidence: Evidence, isForeign: boolean): number;
};

/**
 * Loads the weights that `bench/fit-refusal` found for a model. Null when there are none, or they were found with other
 * vectors: then nothing is refused for want of evidence.
 */
export function loadRefusalModel(path: string, revision: string): RefusalModel | null {
  const file = readFitted(path, fileSchema, revision);
  if (file === null) return null;
  const { same, foreign } = file;
  return {
    version: JSON.stringify([revision, same, foreign]),
    score: (evidence, isForeign) => {
      const { bias, weights } = isForeign ? foreign : same;
      return evidenceNames.reduce((sum, name) => sum + (weights[name] ?? 0) * evidence[name], bias);
    },
  };
}
