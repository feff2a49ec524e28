import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const lineSchema = z.object({
  id: z.string(),
  lang: z.string(),
  text: z.string(),
  paraphrase: z.boolean().default(false),
  gold: z.array(z.object({ document: z.string(), contains: z.string() })).default([]),
});

/** A question with the places that answer it: a verbatim piece of the right clause, by file name. */
export type BenchQuestion = z.infer<typeof lineSchema>;

/** Reads a file of questions, one JSON object a line. */
export async function readQuestions(path: string): Promise<BenchQuestion[]> {
  const text = await readFile(path, 'utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => lineSchema.parse(JSON.parse(line)));
}
