import { z } from 'zod';
import type { Embedding, ModelIdentity } from './embedder.ts';
import { readFitted } from './read-fitted.ts';
import { writeTokenRow } from './token-row.ts';

/**
 * What the questions of one language have in common, as vectors of the model: an E5 vector carries its language, and
 * a question in another language than the documents' is drawn to whatever resembles it in that.
 */
const meanSchema = z.object({ vector: z.array(z.number()), tokens: z.array(z.number()) });
const fileSchema = z.object({ revision: z.string(), languages: z.record(z.string(), meanSchema) });
type Mean = z.infer<typeof meanSchema>;

/** The share of the mean that is taken out, of the question's vector and of its tokens; measured on XQuAD. */
const share = 0.8;

/** Takes the language out of a question's embedding; a language without a mean loses the mean of all. */
export type LanguageMeans = { takeOut(embedding: Embedding, language: string): Embedding };

/**
 * Loads the means of a model, made by `bench/fit-language-means`. Null when the model has none, or they were made with
 * other weights.
 */
export function loadLanguageMeans(path: string, { revision }: ModelIdentity): LanguageMeans | null {
  const file = readFitted(path, fileSchema, revision);
  if (file === null) return null;
  const languages = new Map(Object.entries(file.languages));
  const general = meanOf([...languages.values()]);
  return {
    takeOut: ({ vector, tokens }, language) => {
      const mean = languages.get(language.split('-')[0] ?? '') ?? general;
      return {
        vector: vector.map((value, index) => value - share * (mean.vector[index] ?? 0)),
        tokens: tokens && { ...tokens, rows: shiftRows(tokens.rows, tokens.dimensions, mean.tokens) },
      };
    },
  };
}

/** Token rows are directions of norm `tokenScale`, and stay so. */
function shiftRows(rows: Int8Array, dimensions: number, mean: readonly number[]): Int8Array {
  const shifted = new Int8Array(rows.length);
  for (let start = 0; start < rows.length; start += dimensions) {
    const row = Float64Array.from(
      rows.subarray(start, start + dimensions),
      (value, index) => value - share * (mean[index] ?? 0),
    );
    writeTokenRow(row, Math.hypot(...row), shifted, start);
  }
  return shifted;
}

function meanOf(means: readonly Mean[]): Mean {
  const average = (pick: (mean: Mean) => readonly number[]): number[] => {
    const [first = []] = means.map(pick);
    return first.map(
      (_, index) => means.reduce((sum, mean) => sum + (pick(mean)[index] ?? 0), 0) / means.length,
    );
  };
  return { vector: average(({ vector }) => vector), tokens: average(({ tokens }) => tokens) };
}
