import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { ConfigurationError } from '../errors.ts';

const passageSchema = z.object({
  id: z.string().min(1),
  text: z.string(),
  title: z.string().default(''),
});
const querySchema = z.object({
  id: z.string(),
  text: z.string(),
  lang: z.string().default(''),
  gold: z.array(z.string()).default([]),
});

export type BenchmarkPassage = z.infer<typeof passageSchema>;
export type BenchmarkQuery = z.infer<typeof querySchema>;

/**
 * Reads a corpus, a line a passage, plain or gzip.
 * @throws ConfigurationError `benchmark-unreadable` or `benchmark-invalid`, naming file and line; an id that comes twice
 * is invalid.
 */
export async function readCorpus(path: string): Promise<BenchmarkPassage[]> {
  const passages = await readLines(path, passageSchema);
  const seen = new Set<string>();
  for (const [index, { id }] of passages.entries()) {
    if (seen.has(id)) throw invalid(path, index + 1, `the id ${id} comes twice`);
    seen.add(id);
  }
  if (passages.length === 0) throw invalid(path, 1, 'it is empty');
  return passages;
}

/** Reads questions, a line each, plain or gzip. @throws ConfigurationError as `readCorpus`. */
export async function readQueries(path: string): Promise<BenchmarkQuery[]> {
  return readLines(path, querySchema);
}

async function readLines<Output>(path: string, schema: z.ZodType<Output>): Promise<Output[]> {
  const text = await readText(path);
  const entries: Output[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const parsed = schema.safeParse(parseJson(line, path, index + 1));
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw invalid(path, index + 1, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`);
    }
    entries.push(parsed.data);
  }
  return entries;
}

async function readText(path: string): Promise<string> {
  try {
    const bytes = await readFile(path);
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return (isGzip ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/u, '');
  } catch (cause) {
    throw new ConfigurationError(
      'benchmark-unreadable',
      `${path} cannot be read: give a file of JSON Lines, plain or gzip.`,
      { cause },
    );
  }
}

function parseJson(line: string, path: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw invalid(path, number, 'it is no JSON');
  }
}

function invalid(path: string, line: number, reason: string): ConfigurationError {
  return new ConfigurationError(
    'benchmark-invalid',
    `Line ${line} of ${path} cannot be used (${reason}): give a JSON object a line, {"id","text","title"} in a corpus, {"id","text","lang","gold"} for questions.`,
  );
}
