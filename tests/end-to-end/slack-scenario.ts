import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeSlack, type FakeSlackOptions, startFakeSlack } from '../fakes/fake-slack.ts';
import { stringsOf } from '../fakes/slack/block-kit.ts';
import { type ProgramRun, type RunningProgram, runProgram, startProgram } from './built-program.ts';
import { copyIndex, sharedIndex, sharedIndexTimeoutMs } from './shared-index.ts';

export type Transport = 'socket' | 'http';

/** What one scenario has: a channel and a person of its own, the fake, and the real program, which can be restarted. */
export type Stage = {
  slack: FakeSlack;
  transport: Transport;
  channel: string;
  user: string;
  index: string;
  program: () => RunningProgram;
  /** SIGKILL, without a chance to finish anything. */
  kill: () => Promise<void>;
  /** SIGTERM; the exit code. */
  stop: () => Promise<number | null>;
  start: (changes?: Record<string, string>) => Promise<void>;
  /** A second `clausewise start` with the same settings, to its end. */
  startAgain: () => Promise<ProgramRun>;
  cli: (...args: string[]) => Promise<ProgramRun>;
};

/** Adds a scenario to its group. */
export type Define = (name: string, run: (stage: Stage) => Promise<void>) => void;

export const expertsChannel = 'C0EXPERTS';

/** Posts are fast; a busy machine is not. */
export const timely = { timeoutMs: 20_000 };

const readyLine = /^clausewise ready .*port=(?<port>\d+)$/mu;

/**
 * Runs scenarios against the built program over both transports. Each scenario must leave the fake without a new
 * violation; those in one group share a process, unless they restart it.
 */
export function scenarios(
  title: string,
  define: (scenario: Define, transport: Transport) => void,
  options: { transports?: Transport[]; fake?: FakeSlackOptions; env?: Record<string, string> } = {},
): void {
  describe.each(options.transports ?? (['socket', 'http'] as const))(`${title}, over %s`, (transport) => {
    let stage: Omit<Stage, 'channel' | 'user'>;
    let folder: string;
    let serial = 0;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'clausewise-scenario-'));
      const index = copyIndex(await sharedIndex(), join(folder, 'index'));
      const slack = await startFakeSlack({ transport, ...options.fake });
      slack.addChannel(expertsChannel);
      stage = createStage(slack, transport, index, options.env ?? {});
      await stage.start();
    }, sharedIndexTimeoutMs);

    afterAll(async () => {
      await stage?.kill();
      await stage?.slack.stop();
      rmSync(folder, { recursive: true });
    });

    define((name, run) => {
      it(name, async () => {
        serial += 1;
        const before = stage.slack.violations.length;
        const number = String(serial).padStart(3, '0');
        await run({ ...stage, channel: `C0CHANNEL${number}`, user: `U0PERSON${number}` });
        expect(stage.slack.violations.slice(before)).toEqual([]);
      });
    }, transport);
  });
}

function createStage(
  slack: FakeSlack,
  transport: Transport,
  index: string,
  env: Record<string, string>,
): Omit<Stage, 'channel' | 'user'> {
  let program: RunningProgram | undefined;
  const environment = {
    INDEX_DIR: index,
    PORT: '0',
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_MODE: transport,
    SLACK_EXPERTS_CHANNEL: expertsChannel,
    PUBLIC_URL: 'https://clausewise.example.org',
    LOG_LEVEL: 'info',
    ...env,
  };

  async function start(changes: Record<string, string> = {}): Promise<void> {
    program = await startProgram(['start'], { env: { ...environment, ...changes } });
    const deadline = Date.now() + 60_000;
    while (!readyLine.test(program.output.stderr)) {
      if (program.process.exitCode !== null || Date.now() > deadline)
        throw new Error(`Expected the ready line, got ${JSON.stringify(program.output)}`);
      await delay(30);
    }
    const port = readyLine.exec(program.output.stderr)?.groups?.port;
    if (transport === 'http') slack.useHttp(`http://127.0.0.1:${port}/slack/events`);
  }

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    if (program === undefined || program.process.exitCode !== null) return program?.process.exitCode ?? null;
    program.process.kill(signal);
    return program.ended;
  }

  return {
    slack,
    transport,
    index,
    program: () => {
      if (program === undefined) throw new Error('Expected a program that was started, got none');
      return program;
    },
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    start,
    startAgain: () => runProgram(['start'], { env: environment }),
    cli: (...args) => runProgram(args, { env: { INDEX_DIR: index } }),
  };
}

/** The texts in `rich_text_quote` elements, however deep. */
export function quotesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(quotesOf);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'rich_text_quote') return [stringsOf(value, ['text']).join('')];
  return Object.values(value).flatMap(quotesOf);
}

/** All texts of a message or view, a line each. */
export function textOf(shown: { blocks?: unknown }): string {
  return stringsOf(shown.blocks, ['text']).join('\n');
}
