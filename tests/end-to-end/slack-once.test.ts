import { setTimeout as delay } from 'node:timers/promises';
import { expect, vi } from 'vitest';
import { type Define, type Stage, scenarios, type Transport, textOf, timely } from './slack-scenario.ts';

const question = '湖北省到2018年要建成多少家智能制造示范工厂？';

/** Enough for a second answer to come, if one were to come. */
const patienceMs = 800;

async function answeredOnce({ slack, channel }: Stage): Promise<void> {
  await slack.waitForReply({ channel, ...timely });
  await delay(patienceMs);
  expect(slack.replies(channel)).toHaveLength(1);
}

/** Waits until Slack has refused to post in the channel: sooner, the refusal would meet the program at its next start. */
async function refusedPost({ slack, channel }: Stage): Promise<void> {
  const isRefused = ({ method, args, result }: (typeof slack.calls)[number]): boolean =>
    method === 'chat.postMessage' && args.channel === channel && result === undefined;
  await vi.waitFor(() => expect(slack.calls.some(isRefused)).toBe(true), 10_000);
}

const name = 'exactly once';
/** Sooner than Slack's, so that nobody waits a minute for what was sent while the program was down. */
const fake = { retryDelaysMs: [0, 2_000, 5_000, 10_000] };

scenarios(name, define, { fake });

function define(scenario: Define, transport: Transport): void {
  scenario('the same event delivered again is answered once', async (stage) => {
    const delivery = stage.slack.mention({ channel: stage.channel, text: question });
    stage.slack.redeliver(delivery);
    await answeredOnce(stage);
    stage.slack.redeliver(delivery);
    await answeredOnce(stage);
  });

  scenario('the same message under another event id is answered once', async (stage) => {
    const delivery = stage.slack.mention({ channel: stage.channel, text: question });
    stage.slack.redeliver(delivery, { event_id: `EvOther${stage.channel}` });
    await answeredOnce(stage);
  });

  scenario('a mention whose copy as a message comes first is answered once', async (stage) => {
    const { slack, channel, user } = stage;
    const { ts } = slack.say({ channel, user, text: `<@${slack.botUserId}> ${question}` });
    slack.event({
      type: 'app_mention',
      channel,
      user,
      ts,
      event_ts: ts,
      text: `<@${slack.botUserId}> ${question}`,
    });
    await answeredOnce(stage);
  });

  for (const [what, fault] of [
    ['refused for its rate', { status: 429, retryAfter: 1 }],
    ['answered with 500 after it was stored', { status: 500, posts: true }],
    ['answered with 500 and not stored', { status: 500, posts: false }],
    ['stored, and the response lost', { lost: true }],
    ['not stored, and the response lost', { lost: true, posts: false }],
    ['answered with internal_error', { error: 'internal_error' }],
  ] as const) {
    scenario(`a post that is ${what} is there once`, async (stage) => {
      stage.slack.failNext('chat.postMessage', fault);
      stage.slack.mention({ channel: stage.channel, text: question });
      await answeredOnce(stage);
    });
  }

  scenario('a post that is lost while the thread cannot be read is there once', async (stage) => {
    stage.slack.failNext('chat.postMessage', { lost: true });
    stage.slack.failNext('conversations.replies', { status: 500 });
    stage.slack.failNext('conversations.replies', { status: 429, retryAfter: 1 });
    stage.slack.mention({ channel: stage.channel, text: question });
    await answeredOnce(stage);
  });

  scenario('a post that Slack does not take is an apology with a reference', async (stage) => {
    stage.slack.failNext('chat.postMessage', { error: 'invalid_blocks' });
    stage.slack.mention({ channel: stage.channel, text: question });
    expect(textOf(await stage.slack.waitForReply({ channel: stage.channel, ...timely }))).toMatch(
      /编号 [0-9a-f]{8}/u,
    );
  });

  scenario('where the bot may not write, the asker is answered directly, with the remedy', async (stage) => {
    const { slack, channel, user } = stage;
    slack.failNext('chat.postMessage', { error: 'not_in_channel' });
    slack.mention({ channel, user, text: question });
    const told = await slack.waitForReply({ channel: `D${user.slice(1)}`, ...timely });
    expect(textOf(told)).toContain('/invite');
    expect(textOf(told)).toContain('100家');
    expect(slack.replies(channel)).toEqual([]);
  });

  scenario('a question that was deleted is not answered, and nothing breaks', async (stage) => {
    const { slack, channel } = stage;
    slack.failNext('chat.postMessage', { error: 'thread_not_found' });
    slack.mention({ channel, text: question });
    await delay(patienceMs);
    expect(slack.replies(channel)).toEqual([]);
  });

  if (transport === 'socket') {
    scenario('a connection that Slack ends in mid-question costs no answer', async (stage) => {
      stage.slack.mention({ channel: stage.channel, text: question });
      stage.slack.disconnect('refresh_requested');
      await answeredOnce(stage);
    });

    scenario(
      'connections that are lost come back, and what was sent meanwhile is answered',
      async (stage) => {
        stage.slack.dropConnections();
        stage.slack.mention({ channel: stage.channel, text: question });
        await answeredOnce(stage);
      },
    );
  }

  scenario('killed between acknowledgement and reply: answered once at the next start', async (stage) => {
    const { slack, channel, kill, start } = stage;
    slack.failNext('chat.postMessage', { status: 429, retryAfter: 30 });
    const { eventId } = slack.mention({ channel, text: question });
    await vi.waitFor(() => expect(slack.acks.some((ack) => ack.eventId === eventId)).toBe(true), 5_000);
    await refusedPost(stage);
    await kill();
    expect(slack.replies(channel)).toEqual([]);
    await start();
    await answeredOnce(stage);
  });

  scenario('killed after posting, before it was noted: not said again', async (stage) => {
    const { slack, channel, kill, start } = stage;
    slack.failNext('chat.postMessage', { status: 500, posts: true });
    slack.failNext('conversations.replies', { delayMs: 2_000 });
    slack.mention({ channel, text: question });
    await slack.waitForReply({ channel, ...timely });
    await kill();
    await start();
    await answeredOnce(stage);
  });

  scenario('left over for too long: its asker is told', async (stage) => {
    const { slack, channel, kill, start } = stage;
    slack.failNext('chat.postMessage', { status: 429, retryAfter: 30 });
    slack.mention({ channel, text: question });
    await refusedPost(stage);
    await kill();
    await delay(1_500);
    await start({ SLACK_ANSWER_WITHIN_MINUTES: '0.02' });
    const told = await slack.waitForReply({ channel, ...timely });
    expect(textOf(told)).toContain('没有在运行');
    await kill();
    await start();
    await answeredOnce(stage);
  });

  scenario(
    'stopped in mid-question: the answer is given before the end, within 10 seconds',
    async (stage) => {
      const { slack, channel, stop, start } = stage;
      slack.failNext('chat.postMessage', { delayMs: 1_500 });
      slack.mention({ channel, text: question });
      await delay(500);
      const startedAt = Date.now();
      expect(await stop()).toBe(0);
      expect(Date.now() - startedAt).toBeLessThan(10_000);
      expect(slack.replies(channel)).toHaveLength(1);
      await start();
      await answeredOnce(stage);
    },
  );

  scenario(
    'stopped while Slack lets it wait: it ends within 10 seconds, and the next start answers',
    async (stage) => {
      const { slack, channel, stop, start } = stage;
      slack.failNext('chat.postMessage', { status: 429, retryAfter: 60 });
      slack.mention({ channel, text: question });
      await delay(500);
      const startedAt = Date.now();
      expect(await stop()).toBe(0);
      expect(Date.now() - startedAt).toBeLessThan(10_000);
      await start();
      await answeredOnce(stage);
    },
  );

  scenario('what is asked while it is down and while it starts is answered once', async (stage) => {
    const { slack, channel, kill, start } = stage;
    await kill();
    const threads = Array.from({ length: 20 }, () => slack.mention({ channel, text: question }).ts);
    await start();
    await slack.waitForReply({ channel, count: threads.length, ...timely });
    await delay(patienceMs);
    for (const threadTs of threads) expect(slack.replies(channel, threadTs)).toHaveLength(1);
  });

  scenario('a second start on the same folder is refused with the remedy', async ({ startAgain }) => {
    const { stderr, exitCode } = await startAgain();
    expect(exitCode).toBe(1);
    expect(stderr).toContain('Another clausewise start is running');
    expect(stderr).not.toContain('    at ');
  });
}
