import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnswerQuestion, Question } from '../../src/answer/answer.ts';
import { createLogger } from '../../src/logger.ts';
import { createSlackBot, type SlackBotDeps } from '../../src/slack/create-slack-bot.ts';
import { openSlackState } from '../../src/slack/state/open-slack-state.ts';
import { type FakeSlack, type FakeSlackOptions, startFakeSlack } from '../fakes/fake-slack.ts';
import { stringsOf } from '../fakes/slack/block-kit.ts';
import { makeAnswer } from './make-answer.ts';
import { makeReader } from './make-reader.ts';
import { makeSlackConfig } from './make-slack-config.ts';

let folder: string;
let cleanups: (() => unknown)[];
let log: string[];
let rejections: unknown[];
const onRejection = (reason: unknown) => rejections.push(reason);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clausewise-bot-'));
  cleanups = [];
  log = [];
  rejections = [];
  process.on('unhandledRejection', onRejection);
});

afterEach(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
  rmSync(folder, { recursive: true });
  await delay(20);
  process.off('unhandledRejection', onRejection);
  expect(rejections).toEqual([]);
});

const echo: AnswerQuestion = async (question) => makeAnswer({ reply: `A: ${question.text}` });

async function fakeSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const slack = await startFakeSlack(options);
  cleanups.push(slack.stop);
  return slack;
}

/** A bot on the fake, with its own state file; both are ended after the test. */
function makeBot(slack: FakeSlack, answer: AnswerQuestion, changes: Partial<SlackBotDeps> = {}) {
  const state = openSlackState(join(folder, 'state.db'));
  const logger = createLogger('debug', { write: (line) => void log.push(line) });
  const given = { answer, reader: makeReader(), state, logger, slack: makeSlackConfig(slack) };
  const bot = createSlackBot({ ...given, ...changes });
  cleanups.push(async () => {
    await bot.stop();
    state.close();
  });
  return bot;
}

async function startBot(
  answer: AnswerQuestion,
  options: FakeSlackOptions = {},
  changes: Partial<SlackBotDeps> = {},
) {
  const slack = await fakeSlack(options);
  const bot = makeBot(slack, answer, changes);
  await bot.start();
  return { slack, bot };
}

const textOf = (message: { blocks?: unknown }) => stringsOf(message.blocks, ['text']).join('\n');

describe('questions', () => {
  it('answers a mention in its thread', async () => {
    const { slack } = await startBot(echo);
    const { channel, ts, eventId } = slack.mention({ text: '谁牵头？' });
    const reply = await slack.waitForReply({ channel });
    expect(reply).toMatchObject({ thread_ts: ts, channel });
    expect(textOf(reply)).toContain('A: 谁牵头？');
    expect(slack.acks.filter((ack) => ack.eventId === eventId)).toHaveLength(1);
    const [post] = slack.calls.filter(({ method }) => method === 'chat.postMessage');
    expect(post?.args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
    expect(slack.violations).toEqual([]);
  });

  it('answers a mention inside of a thread in that thread, with its earlier questions', async () => {
    const seen: Question[] = [];
    const { slack } = await startBot(async (question) => {
      seen.push(question);
      return makeAnswer();
    });
    const root = slack.mention({ text: 'q0' });
    await slack.waitForReply({ channel: root.channel, threadTs: root.ts });
    for (let n = 1; n <= 6; n += 1) {
      slack.mention({ text: `q${n}`, threadTs: root.ts });
      await slack.waitForReply({ channel: root.channel, threadTs: root.ts, count: n + 1 });
    }
    slack.mention({ text: 'elsewhere' });
    await slack.waitForReply({ channel: root.channel, count: 8 });
    expect(seen.at(1)?.history).toEqual(['q0']);
    expect(seen.at(6)?.history).toEqual(['q1', 'q2', 'q3', 'q4', 'q5']);
    expect(seen.at(7)?.history).toEqual([]);
    expect(slack.violations).toEqual([]);
  });

  it('answers a direct message where it was written, and does not answer itself', async () => {
    const { slack } = await startBot(echo);
    const { channel } = slack.directMessage({ text: 'Who leads?' });
    const open = await slack.waitForReply({ channel });
    expect(open.thread_ts).toBeUndefined();
    const root = slack.directMessage({ text: 'root' });
    slack.directMessage({ text: 'in a thread', threadTs: root.ts });
    const threaded = await slack.waitForReply({ channel, threadTs: root.ts });
    expect(textOf(threaded)).toContain('A: in a thread');
    await delay(200);
    expect(slack.replies(channel)).toHaveLength(3);
    expect(slack.violations).toEqual([]);
  });

  it('asks back on an empty mention and on a question too long', async () => {
    const { slack } = await startBot(async () => {
      throw new Error('must not be asked');
    });
    const { channel } = slack.mention({ text: ' ' });
    expect(textOf(await slack.waitForReply({ channel }))).toMatch(/^Write your question/);
    slack.mention({ text: '长'.repeat(2_001) });
    expect(textOf(await slack.waitForReply({ channel, count: 2 }))).toContain('2000 字');
    expect(slack.violations).toEqual([]);
  });

  it('leaves bots, edits, deletions and foreign channel messages alone', async () => {
    const { slack } = await startBot(echo);
    const im = { type: 'message', channel: 'D0PERSON', channel_type: 'im', text: 'x' };
    slack.event({ ...im, ts: '1.1', user: 'U9', bot_id: 'B9' });
    slack.event({ ...im, ts: '1.2', user: 'U9', subtype: 'bot_message' });
    slack.event({
      ...im,
      ts: '1.3',
      hidden: true,
      subtype: 'message_changed',
      message: { ...im, user: 'U9' },
    });
    slack.event({ ...im, ts: '1.4', hidden: true, subtype: 'message_deleted', deleted_ts: '1.1' });
    slack.event({ ...im, ts: '1.5', user: slack.botUserId });
    slack.event({ ...im, ts: '1.6', user: 'U9', channel: 'C1', channel_type: 'channel' });
    slack.event({
      type: 'app_mention',
      channel: 'C1',
      ts: '1.7',
      user: 'U9',
      bot_id: 'B9',
      text: '<@U0BOT> x',
    });
    slack.event({
      ...im,
      channel: 'D0LAST',
      ts: '1.8',
      user: 'U9',
      subtype: 'file_share',
      text: 'with a file',
    });
    expect(textOf(await slack.waitForReply({ channel: 'D0LAST' }))).toContain('A: with a file');
    expect([...slack.replies('D0PERSON'), ...slack.replies('C1')]).toEqual([]);
    expect(slack.violations).toEqual([]);
  });
});

describe('one answer', () => {
  it('for a delivery that is repeated, under the same or another event id', async () => {
    const { slack } = await startBot(echo);
    const delivery = slack.mention({ text: 'q' });
    slack.redeliver(delivery);
    slack.redeliver(delivery, { event_id: 'EvOther' });
    slack.redeliver(delivery, { event_id: 'EvCopy', event: { type: 'message', channel_type: 'channel' } });
    await slack.waitForReply({ channel: delivery.channel });
    await delay(300);
    expect(slack.replies(delivery.channel)).toHaveLength(1);
    // With the copy of the mention, and the bot's own message.
    expect(slack.acks).toHaveLength(6);
  });

  it('for a delivery that is repeated after a restart', async () => {
    const { slack, bot } = await startBot(echo);
    const delivery = slack.mention({ text: 'q' });
    await slack.waitForReply({ channel: delivery.channel });
    await bot.stop();
    await makeBot(slack, echo).start();
    slack.redeliver(delivery);
    const next = slack.mention({ text: 'next' });
    await slack.waitForReply({ channel: next.channel, threadTs: next.ts });
    expect(slack.replies(delivery.channel, delivery.ts)).toHaveLength(1);
  });

  it('when the response to the post is lost in a direct message', async () => {
    const { slack } = await startBot(echo);
    slack.failNext('chat.postMessage', { status: 500, takesEffect: true });
    const { channel } = slack.directMessage({ text: 'q' });
    await slack.waitForReply({ channel });
    await delay(1_000);
    expect(slack.replies(channel)).toHaveLength(1);
  });

  it('when the post failed and was not there', async () => {
    const { slack } = await startBot(echo);
    slack.failNext('chat.postMessage', { status: 500 });
    const { channel } = slack.directMessage({ text: 'q' });
    expect(textOf(await slack.waitForReply({ channel }))).toContain('A: q');
    expect(slack.violations).toEqual([]);
  });

  it('each, when Slack limits the rate', async () => {
    const { slack } = await startBot(echo, { rateLimited: true });
    const { channel } = slack.mention({ text: 'one' });
    slack.mention({ text: 'two' });
    await slack.waitForReply({ channel, count: 2 });
    expect(slack.calls.some(({ result }) => result === undefined)).toBe(true);
    expect(slack.replies(channel)).toHaveLength(2);
  });
});

describe('acknowledgement', () => {
  it('is at once while an answer takes five seconds', async () => {
    const { slack } = await startBot(async (question) => {
      await delay(5_000);
      return echo(question);
    });
    const first = slack.mention({ text: 'slow' });
    await slack.waitForReply({ channel: first.channel });
    const own = slack.acks.filter((ack) => ack.eventId === first.eventId);
    expect(own).toHaveLength(1);
    expect(own[0]?.afterMs).toBeLessThan(1_000);
    expect(slack.replies(first.channel)).toHaveLength(1);
  });
});

describe('failures', () => {
  it('give one fixed sentence with a reference, and the cause in the log under it', async () => {
    const { slack } = await startBot(async () => {
      throw new Error('the disk burns');
    });
    const { channel, ts } = slack.mention({ text: '谁牵头？' });
    const reply = await slack.waitForReply({ channel, threadTs: ts });
    const reference = /编号 ([0-9a-f]{8}) /.exec(textOf(reply))?.[1];
    expect(reference).toBeDefined();
    expect(textOf(reply)).not.toContain('disk');
    const line = log.map((text) => JSON.parse(text)).find((entry) => entry.reference === reference);
    expect(line).toMatchObject({ level: 50, err: { message: 'the disk burns' } });
    await delay(200);
    expect(slack.replies(channel)).toHaveLength(1);
    expect(slack.violations).toEqual([]);
  });

  it('of one event do not stop the next: no inner event, null fields, no envelope', async () => {
    const { slack } = await startBot(echo);
    const payload = { type: 'app_rate_limited', team_id: 'T1', minute_rate_limited: 1 };
    slack.sendEnvelope({ envelope_id: 'e1', type: 'events_api', payload });
    slack.sendEnvelope({
      envelope_id: 'e2',
      type: 'events_api',
      payload: { type: 'event_callback', event: null },
    });
    slack.sendEnvelope({ envelope_id: 'e3', type: 'events_api' });
    slack.sendEnvelope('null');
    slack.sendEnvelope('not json');
    slack.event({ type: 'message', channel: null, user: null, item: null });
    const { channel } = slack.mention({ text: 'still there?' });
    await slack.waitForReply({ channel });
    expect(slack.acks.map(({ envelopeId }) => envelopeId)).toEqual(
      expect.arrayContaining(['e1', 'e2', 'e3']),
    );
    // The bot's own answer comes back as an event sooner or later.
    expect(slack.acks.length).toBeGreaterThanOrEqual(6);
    expect(slack.violations).toEqual([]);
  });
});

describe('start', () => {
  it.each([
    ['SLACK_BOT_TOKEN', 'slack-token-missing', { botToken: undefined }],
    ['SLACK_APP_TOKEN', 'slack-token-missing', { appToken: '' }],
    ['SLACK_BOT_TOKEN', 'slack-token-kind', { botToken: 'xoxp-user-secret' }],
    ['SLACK_APP_TOKEN', 'slack-token-kind', { appToken: 'xoxb-fake-bot' }],
    ['SLACK_BOT_TOKEN', 'slack-bot-token-refused', { botToken: 'xoxb-other' }],
    ['SLACK_APP_TOKEN', 'slack-app-token-refused', { appToken: 'xapp-other' }],
    ['SLACK_API_URL', 'slack-unreachable', { apiUrl: 'http://127.0.0.1:9/api/' }],
  ])('names %s with %s', async (variable, code, change) => {
    const slack = await fakeSlack();
    const bot = makeBot(slack, echo, { slack: makeSlackConfig(slack, change) });
    const error = await bot.start().then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ code });
    expect(String(error)).toContain(variable);
    expect(String(error)).not.toContain('secret');
  });

  it('gives up after its deadline when Slack never says hello', async () => {
    const slack = await fakeSlack({ saysHello: false });
    const bot = makeBot(slack, echo, { timing: { startDeadlineMs: 500 } });
    await expect(bot.start()).rejects.toMatchObject({ code: 'slack-start-timeout' });
  });
});

describe('the connection', () => {
  it.each(['announced by Slack', 'lost'])('is opened again when its end is %s', async (end) => {
    const { slack } = await startBot(echo, {}, { timing: { reconnectPauseMs: 50 } });
    if (end === 'lost') slack.dropConnections();
    else slack.disconnect('refresh_requested');
    await delay(100);
    const { channel } = slack.mention({ text: 'q' });
    await slack.waitForReply({ channel });
    // Two at the start, and one more for each that ended.
    await vi.waitFor(() => expect(slack.connectionCount()).toBeGreaterThan(2));
    expect(slack.violations).toEqual([]);
  });

  it('comes back after apps.connections.open failed several times', async () => {
    const { slack } = await startBot(echo, {}, { timing: { reconnectPauseMs: 50 } });
    for (let n = 0; n < 2; n += 1) slack.failNext('apps.connections.open', { error: 'internal_error' });
    slack.dropConnections();
    const { channel } = slack.mention({ text: 'q' });
    await slack.waitForReply({ channel });
  });

  it.each([0, 60, 300])('can be stopped %i ms into a reconnection', async (waitMs) => {
    const { slack, bot } = await startBot(echo, {}, { timing: { reconnectPauseMs: 50 } });
    slack.failNext('apps.connections.open', { delayMs: 200 });
    slack.dropConnections();
    await delay(waitMs);
    await bot.stop();
    const before = slack.connectionCount();
    await delay(500);
    slack.mention({ text: 'nobody is there' });
    await delay(100);
    expect(slack.connectionCount()).toBeLessThanOrEqual(before + 1);
    expect(slack.replies('C0GENERAL')).toEqual([]);
  });

  it('is closed only for events when stopping: an answer under way is still given', async () => {
    const { slack, bot } = await startBot(async (question) => {
      await delay(500);
      return echo(question);
    });
    const { channel } = slack.mention({ text: 'q' });
    await delay(100);
    await bot.stop();
    expect(slack.replies(channel)).toHaveLength(1);
  });

  it('does not wait for an answer longer than the deadline', async () => {
    const { slack, bot } = await startBot(
      () => delay(3_000, makeAnswer()),
      {},
      { timing: { drainDeadlineMs: 100 } },
    );
    slack.mention({ text: 'q' });
    await delay(100);
    const startedAt = Date.now();
    await bot.stop();
    expect(Date.now() - startedAt).toBeLessThan(2_000);
    expect(log.join('')).toContain('stopped before all answers were given');
    await delay(3_000);
  });
});
