import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { type FakeSlack, startFakeSlack } from '../fakes/fake-slack.ts';
import { runProgram } from './built-program.ts';

/** `doctor --json`. */
const doctorSchema = z.array(
  z
    .strictObject({
      check: z.string().min(1),
      state: z.enum(['ok', 'warning', 'failed']),
      detail: z.string().min(1),
      remedy: z.string(),
    })
    .refine(({ state, remedy }) => (state === 'ok') === (remedy === ''), 'a remedy for all but ok'),
);

let folder: string;
let slack: FakeSlack;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clausewise-doctor-'));
  slack = await startFakeSlack();
});

afterAll(async () => {
  await slack.stop();
  rmSync(folder, { recursive: true });
});

const doctor = (args: readonly string[], env: Record<string, string> = {}) =>
  runProgram(['doctor', ...args], { env: { INDEX_DIR: folder, ...env } });

it('passes without an index and without Slack, with warnings', async () => {
  const { exitCode, stdout, stderr } = await doctor(['--json']);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  const states = new Map(doctorSchema.parse(JSON.parse(stdout)).map(({ check, state }) => [check, state]));
  expect(states.get('model')).toBe('ok');
  expect(states.get('index')).toBe('warning');
  expect(states.get('slack')).toBe('warning');
});

it('asks Slack at SLACK_API_URL, and opens no connection', async () => {
  const { exitCode, stdout, stderr } = await doctor(['--json'], {
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
  });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  const states = new Map(doctorSchema.parse(JSON.parse(stdout)).map(({ check, state }) => [check, state]));
  expect(states.get('slack')).toBe('ok');
  expect(states.get('app-token')).toBe('ok');
  expect(slack.connectionCount()).toBe(0);
  expect(slack.violations).toEqual([]);
});

it('fails with exit code 1 and the remedy when a token is refused', async () => {
  const { exitCode, stdout } = await doctor([], {
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: 'xoxb-of-somebody-else',
    SLACK_APP_TOKEN: slack.appToken,
  });
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^✗ slack +Slack refuses SLACK_BOT_TOKEN .*\n +→ copy the /mu);
  expect(stdout).not.toContain('somebody-else');
});
