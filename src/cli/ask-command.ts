import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Question } from '../answer/answer.ts';
import { ConfigurationError } from '../errors.ts';
import type { CommandContext } from './command-context.ts';
import { openAnswerer } from './open-answerer.ts';
import { printAnswer } from './print-answer.ts';

export type AskOptions = { index: string; json: boolean; batch?: string };

const batchLineSchema = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  q: z.string(),
  history: z.array(z.string()).optional(),
});

/**
 * `clausewise ask "QUESTION"`: one answer; with `--batch FILE.jsonl` one answer a line, in the order of the
 * lines. @returns the exit code.
 */
export async function runAsk(
  context: CommandContext,
  text: string | undefined,
  options: AskOptions,
): Promise<number> {
  const questions = options.batch === undefined ? single(text) : readBatch(options.batch);
  const { answer, close } = await openAnswerer(context, options.index);
  try {
    for await (const question of questions) {
      const answered = await answer(question);
      const title = options.batch === undefined ? '' : `[${answered.id}] ${answered.question}\n`;
      const text = options.json ? JSON.stringify(answered) : `${title}${printAnswer(answered)}`;
      context.stdout.write(`${text}\n${options.batch === undefined || options.json ? '' : '\n'}`);
    }
    return 0;
  } finally {
    await close();
  }
}

async function* single(text: string | undefined): AsyncGenerator<Question> {
  yield { id: '1', text: text ?? '' };
}

/** @throws ConfigurationError `batch-unreadable` or `batch-line-invalid`, naming file and line. */
async function* readBatch(path: string): AsyncGenerator<Question> {
  let number = 0;
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
  try {
    for await (const line of lines) {
      number += 1;
      if (line.trim() !== '') yield parseLine(line, path, number);
    }
  } catch (cause) {
    if (cause instanceof ConfigurationError) throw cause;
    throw new ConfigurationError(
      'batch-unreadable',
      `The file ${path} of --batch cannot be read: check its name.`,
      {
        cause,
      },
    );
  }
}

function parseLine(line: string, path: string, number: number): Question {
  const parsed = batchLineSchema.safeParse(safeJson(line));
  if (!parsed.success) {
    throw new ConfigurationError(
      'batch-line-invalid',
      `Line ${number} of ${path} is not a question: write {"id": "…", "q": "…"} on it.`,
    );
  }
  const { id, q, history } = parsed.data;
  return history === undefined ? { id, text: q } : { id, text: q, history };
}

function safeJson(line: string): unknown {
  try {
    return JSON.parse(line.replace(/^\uFEFF/u, ''));
  } catch {
    return null;
  }
}
