import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { repository, runFolder, runProgram, underLock } from './built-program.ts';

const seeds = join(repository, 'seeds');

/** What a caller's `beforeAll` must allow for: embedding the seeds on a busy machine. */
export const sharedIndexTimeoutMs = 300_000;

/** The index of `seeds/`, made once for all test files; to be read only. */
export function sharedIndex(): Promise<string> {
  return underLock('index', async () => {
    const index = join(runFolder(), 'index');
    if (existsSync(join(index, 'current'))) return index;
    const run = await runProgram(['ingest', seeds], {
      env: { INDEX_DIR: index },
      timeoutMs: sharedIndexTimeoutMs,
    });
    if (run.exitCode !== 0) throw new Error(`Expected an index of seeds/, got ${JSON.stringify(run)}`);
    return index;
  });
}

/** Copies an index to `target`, to be written to. */
export function copyIndex(index: string, target: string): string {
  cpSync(index, target, { recursive: true });
  return target;
}

/** The folder of the generation in use. */
export function generationOf(index: string): string {
  return join(index, 'generations', readFileSync(join(index, 'current'), 'utf8').trim());
}

/** The text of a document as its offsets count: decoded, without its byte order mark. */
export function decodedText(path: string): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(resolve(repository, path)));
}
