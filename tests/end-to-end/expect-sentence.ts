import { expect } from 'vitest';
import type { ProgramRun } from './built-program.ts';

/** Lines of stderr that tell how far the embedding is. */
const progressLine = /^embedd(ing|ed) \d+ /u;

/** What stderr says to the person: neither log lines (JSON) nor progress. */
export function messagesOf(stderr: string): string[] {
  return stderr
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('{"level"') && !progressLine.test(line));
}

/** Exit code 1 and exactly one sentence on stderr, which holds all of `named`; no stack trace anywhere. */
export function expectSentence(run: ProgramRun, ...named: string[]): void {
  const messages = messagesOf(run.stderr);
  expect(messages, run.stderr).toHaveLength(1);
  expect(messages[0]).toMatch(/^clausewise: .+\.$/u);
  expect(messages[0]).not.toContain('something unexpected');
  for (const name of named) expect(messages[0]).toContain(name);
  expect(run.stderr).not.toContain('    at ');
  expect(run.exitCode).toBe(1);
}
