import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FakeSlack, type FakeSlackOptions, startFakeSlack } from '../fakes/fake-slack.ts';
import { stringsOf } from '../fakes/slack/block-kit.ts';
import { type RunningProgram, runProgram, startProgram } from './built-program.ts';
import { expectSentence } from './expect-sentence.ts';
import { copyIndex, decodedText, sharedIndex, sharedIndexTimeoutMs } from './shared-index.ts';

const question = '湖北省到2018年要建成多少家智能制造示范工厂？';
const seed = 'seeds/000_f62b7695849a2f81.txt';
const readyLine =
  /^clausewise ready .*mode=socket .*documents=5 .*clauses=(?<clauses>\d+) .*port=(?<port>\d+)$/mu;

let folder: string;
let seedsIndex: string;
/** Every test has its own: the fake's event ids begin anew. */
let index: string;
let slack: FakeSlack;
let bots: RunningProgram[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clausewise-start-'));
  seedsIndex = await sharedIndex();
}, sharedIndexTimeoutMs);

beforeEach(({ task }) => {
  bots = [];
  index = copyIndex(seedsIndex, join(folder, task.id));
});

afterEach(async () => {
  for (const bot of bots.filter(({ process }) => process.exitCode === null)) {
    bot.process.kill('SIGKILL');
    await bot.ended;
  }
  await slack?.stop();
});

afterAll(() => rmSync(folder, { recursive: true }));

const environment = (changes: Record<string, string> = {}) => ({
  INDEX_DIR: index,
  PORT: '0',
  SLACK_API_URL: slack.apiUrl,
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_APP_TOKEN: slack.appToken,
  ...changes,
});

/** `clausewise start`, ready. */
async function startBot(): Promise<RunningProgram> {
  const bot = await startProgram(['start'], { env: environment() });
  bots.push(bot);
  const deadline = Date.now() + 30_000;
  while (!readyLine.test(bot.output.stderr)) {
    const isOver = bot.process.exitCode !== null || Date.now() > deadline;
    if (isOver) throw new Error(`Expected the ready line, got ${JSON.stringify(bot.output)}`);
    await delay(50);
  }
  return bot;
}

/** SIGTERM. @returns the exit code and how long it took. */
async function stopBot(bot: RunningProgram): Promise<{ exitCode: number | null; seconds: number }> {
  const started = performance.now();
  bot.process.kill('SIGTERM');
  const exitCode = await bot.ended;
  return { exitCode, seconds: (performance.now() - started) / 1_000 };
}

async function fakeSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  slack = await startFakeSlack(options);
  return slack;
}

/** The texts in `rich_text_quote` elements, however deep. */
function quotesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(quotesOf);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'rich_text_quote') return [stringsOf(value, ['text']).join('')];
  return Object.values(value).flatMap(quotesOf);
}

function expectQuotation(message: { blocks?: unknown }): void {
  const quotes = quotesOf(message.blocks);
  expect(quotes[0]).toContain('发展或建成100家标志性智能制造示范工厂');
  expect(decodedText(seed)).toContain(quotes[0]);
  expect(stringsOf(message.blocks, ['text']).join('\n')).toMatch(
    /《.+》（鄂政发〔2015〕80号）二、[（(]一[）)]/u,
  );
}

const timely = { timeoutMs: 15_000 };

describe('start', () => {
  it('says that it is ready, answers mentions and direct messages, each once, and ends on SIGTERM', async () => {
    await fakeSlack();
    const bot = await startBot();
    const { clauses, port } = readyLine.exec(bot.output.stderr)?.groups ?? {};
    expect(Number(clauses)).toBeGreaterThan(100);
    expect(Number(port)).toBeGreaterThan(0);

    const mention = slack.mention({ text: question });
    const inThread = await slack.waitForReply({ channel: mention.channel, threadTs: mention.ts, ...timely });
    expect(inThread.thread_ts).toBe(mention.ts);
    expectQuotation(inThread);

    const direct = slack.directMessage({ text: question });
    expectQuotation(await slack.waitForReply({ channel: direct.channel, ...timely }));

    slack.redeliver(mention);
    slack.redeliver(direct);
    const last = slack.mention({ text: 'How many ETC users does Hunan plan to have?' });
    const reply = await slack.waitForReply({ channel: last.channel, threadTs: last.ts, ...timely });
    expect(quotesOf(reply.blocks).length).toBeGreaterThan(0);
    await delay(500);
    expect(slack.replies(mention.channel, mention.ts)).toHaveLength(1);
    expect(slack.replies(direct.channel)).toHaveLength(1);

    // Three events, two repeated ones, the copies of the two mentions; the bot's own three messages come back.
    expect(slack.acks).toHaveLength(10);
    expect(Math.max(...slack.acks.map(({ afterMs }) => afterMs))).toBeLessThan(3_000);
    expect(slack.violations).toEqual([]);

    const { exitCode, seconds } = await stopBot(bot);
    expect(exitCode).toBe(0);
    expect(seconds).toBeLessThan(10);
    expect(bot.output.stdout).toBe('');
    expect(bot.output.stderr).not.toContain('    at ');
  });

  it('does not answer an event again after a restart, and answers the next one', async () => {
    await fakeSlack();
    const before = await startBot();
    const mention = slack.mention({ text: question });
    await slack.waitForReply({ channel: mention.channel, threadTs: mention.ts, ...timely });
    expect((await stopBot(before)).exitCode).toBe(0);
    expect(existsSync(join(index, 'state.db'))).toBe(true);

    await startBot();
    slack.redeliver(mention);
    const next = slack.mention({ text: question });
    expectQuotation(await slack.waitForReply({ channel: next.channel, threadTs: next.ts, ...timely }));
    await delay(500);
    expect(slack.replies(mention.channel, mention.ts)).toHaveLength(1);
    expect(slack.violations).toEqual([]);
  });

  it('finishes the answer under way when it is stopped', async () => {
    await fakeSlack();
    const bot = await startBot();
    slack.failNext('chat.postMessage', { delayMs: 1_000 });
    const mention = slack.mention({ text: question });
    await vi.waitFor(() => expect(slack.acks.length).toBeGreaterThan(0), { timeout: 5_000 });
    const { exitCode, seconds } = await stopBot(bot);
    expect(exitCode).toBe(0);
    expect(seconds).toBeLessThan(10);
    expect(slack.replies(mention.channel, mention.ts)).toHaveLength(1);
    expect(slack.violations).toEqual([]);
  });
});

describe('start with a token', () => {
  it.each([
    ['SLACK_BOT_TOKEN', 'missing', ''],
    ['SLACK_APP_TOKEN', 'missing', ''],
    ['SLACK_BOT_TOKEN', 'of the wrong kind', 'xoxp-1234-secret'],
    ['SLACK_APP_TOKEN', 'of the wrong kind', 'xoxb-1234-secret'],
    ['SLACK_BOT_TOKEN', 'refused', 'xoxb-1234-secret'],
    ['SLACK_APP_TOKEN', 'refused', 'xapp-1234-secret'],
  ])('(%s) that is %s ends with a sentence', async (variable, state, token) => {
    await fakeSlack();
    const run = await runProgram(['start'], { env: environment({ [variable]: token }) });
    expectSentence(run, variable, ...(state === 'refused' ? ['invalid_auth'] : []));
    expect(run.stderr).not.toContain('1234-secret');
    expect(run.stdout).toBe('');
  });
});
