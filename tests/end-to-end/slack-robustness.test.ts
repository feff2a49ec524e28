import { setTimeout as delay } from 'node:timers/promises';
import { expect, vi } from 'vitest';
import { scenarios, textOf, timely } from './slack-scenario.ts';

const question = '湖北省到2018年要建成多少家智能制造示范工厂？';

const eventTypes = [
  'app_home_opened',
  'app_mention',
  'message',
  'app_rate_limited',
  'app_uninstalled',
  'tokens_revoked',
  'channel_archive',
  'channel_deleted',
  'channel_rename',
  'emoji_changed',
  'file_shared',
  'function_executed',
  'link_shared',
  'member_joined_channel',
  'pin_added',
  'reaction_added',
  'team_join',
  'user_change',
  'no_such_event',
];
const subtypes = [
  'bot_message',
  'channel_join',
  'channel_topic',
  'document_mention',
  'ekm_access_denied',
  'file_share',
  'group_join',
  'me_message',
  'message_changed',
  'message_deleted',
  'message_replied',
  'reminder_add',
  'thread_broadcast',
  'huddle_thread',
];

scenarios('robustness', (scenario, transport) => {
  scenario(
    'events of all kinds with fields missing or null cost neither the process nor an answer',
    async ({ slack, channel, program }) => {
      const full = {
        channel,
        user: 'U0X',
        ts: '1.1',
        text: 'x',
        channel_type: 'im',
        item: {},
        tab: 'home',
        thread_ts: '1.1',
      };
      for (const type of eventTypes) {
        slack.event({ type });
        slack.event({ type, ...Object.fromEntries(Object.keys(full).map((key) => [key, null])) });
        for (const key of Object.keys(full)) slack.event({ ...full, type, bot_id: 'B9', [key]: undefined });
      }
      for (const subtype of subtypes) {
        slack.event({ type: 'message', subtype });
        slack.event({ ...full, type: 'message', subtype, bot_id: 'B9' });
        slack.event({
          ...full,
          type: 'message',
          subtype,
          message: { text: question, user: 'U0X', ts: '1.2' },
          hidden: true,
        });
      }
      if (transport === 'socket') {
        slack.sendEnvelope({ envelope_id: 'e1', type: 'events_api', payload: { type: 'app_rate_limited' } });
        slack.sendEnvelope({
          envelope_id: 'e2',
          type: 'events_api',
          payload: { type: 'event_callback', event: null },
        });
        slack.sendEnvelope({ envelope_id: 'e3', type: 'events_api' });
        slack.sendEnvelope({ envelope_id: 'e4', type: 'no_such_envelope' });
        slack.sendEnvelope('no json');
      } else {
        for (const body of ['{"type":"app_rate_limited"}', '{"type":"event_callback","event":null}'])
          expect((await slack.post(body)).status).toBe(200);
        expect((await slack.post('no json')).status).toBe(400);
        for (const body of ['[]', '{}', '{"type":"no_such_type"}'])
          expect((await slack.post(body)).status).toBe(200);
      }
      slack.mention({ channel: `${channel}X`, text: question });
      await slack.waitForReply({ channel: `${channel}X`, ...timely });
      expect(slack.replies(channel)).toEqual([]);
      expect(program().process.exitCode).toBeNull();
    },
  );

  scenario('a channel that Slack slows down holds up no other', async ({ slack, channel }) => {
    slack.failNext('chat.postMessage', { status: 429, retryAfter: 3 });
    slack.mention({ channel, text: question });
    await delay(200);
    for (let n = 0; n < 3; n += 1) slack.mention({ channel, text: question });
    const startedAt = Date.now();
    slack.mention({ channel: `${channel}X`, text: question });
    await slack.waitForReply({ channel: `${channel}X`, ...timely });
    expect(Date.now() - startedAt).toBeLessThan(2_000);
    await slack.waitForReply({ channel, count: 4, ...timely });
  });

  scenario('who waits longer than a second sees that the bot is at work', async ({ slack, channel }) => {
    slack.failNext('chat.postMessage', { status: 429, retryAfter: 2 });
    const { ts } = slack.mention({ channel, text: question });
    await slack.waitForReply({ channel, ...timely });
    expect(slack.statuses).toContainEqual(expect.objectContaining({ channel_id: channel, thread_ts: ts }));
  });

  scenario(
    'a missing scope is in the log with the remedy, and the bot goes on',
    async ({ slack, channel, user, program }) => {
      slack.failNext('chat.postMessage', { error: 'missing_scope' });
      slack.mention({ channel, user, text: question });
      await vi.waitFor(() => expect(program().output.stderr).toMatch(/OAuth & Permissions/u), 10_000);
      slack.mention({ channel: `${channel}X`, text: question });
      await slack.waitForReply({ channel: `${channel}X`, ...timely });
      expect(program().output.stderr).not.toContain(slack.botToken);
    },
  );

  if (transport === 'http') {
    scenario('requests that are not from Slack are refused', async ({ slack, program }) => {
      const body = JSON.stringify({ type: 'event_callback', event: { type: 'app_mention' } });
      expect((await slack.post(body, { tamper: true })).status).toBe(401);
      expect((await slack.post(body, { timestampOffsetSeconds: -400 })).status).toBe(401);
      expect((await slack.post(body, { timestampOffsetSeconds: 400 })).status).toBe(401);
      expect((await slack.post('x'.repeat(1_050_000))).status).toBe(413);
      const port = /port=(?<port>\d+)/u.exec(program().output.stderr)?.groups?.port;
      expect((await fetch(`http://127.0.0.1:${port}/slack/events`)).status).toBe(405);
    });

    scenario('Slack proves the address, and /healthz answers', async ({ slack, program }) => {
      const verified = await slack.post(JSON.stringify({ type: 'url_verification', challenge: 'c1' }));
      expect([verified.status, String(verified.body)]).toEqual([200, expect.stringContaining('c1')]);
      const port = /port=(?<port>\d+)/u.exec(program().output.stderr)?.groups?.port;
      const health = await fetch(`http://127.0.0.1:${port}/healthz`);
      expect(await health.json()).toMatchObject({ mode: 'http', documents: 5 });
      expect((await fetch(`http://127.0.0.1:${port}/nothing`)).status).toBe(404);
    });
  }

  scenario(
    'a revoked token ends nothing: the operator is told what to do',
    async ({ slack, channel, program }) => {
      slack.revoke();
      slack.mention({ channel, text: question });
      await vi.waitFor(
        () => expect(program().output.stderr).toMatch(/token_revoked[^\n]*install the app again/u),
        10_000,
      );
      expect(program().process.exitCode).toBeNull();
    },
  );
});

scenarios(
  'a full queue',
  (scenario) => {
    scenario(
      'what does not fit is declined politely, to its asker alone',
      async ({ slack, channel, user }) => {
        slack.failNext('chat.postMessage', { status: 429, retryAfter: 3 });
        for (let n = 0; n < 3; n += 1) {
          slack.mention({ channel, user, text: question });
          await delay(150);
        }
        slack.command({ channel, user, text: question });
        const told = await slack.waitForEphemeral({ channel, user, count: 2, ...timely });
        expect(told.text).toContain('请过几分钟再问');
        await slack.waitForReply({ channel, count: 2, ...timely });
        await delay(500);
        expect(slack.replies(channel)).toHaveLength(2);
        expect(textOf(slack.replies(channel)[0] ?? {})).toContain('100家');
      },
    );
  },
  { env: { SLACK_QUEUE_LIMIT: '2' } },
);

scenarios(
  'an expired address',
  (scenario) => {
    scenario(
      'an answer by command that can no longer be shown reaches the person directly',
      async ({ slack, channel, user }) => {
        slack.addChannel(channel);
        slack.failNext('conversations.open', { status: 429, retryAfter: 1 });
        slack.command({ channel, user, text: question });
        const told = await slack.waitForReply({ channel: `D${user.slice(1)}`, ...timely });
        expect(textOf(told)).toContain('100家');
      },
    );
  },
  { fake: { responseUrlLifetimeMs: 0 } },
);
