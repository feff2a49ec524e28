import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { MethodContext } from './slack/methods.ts';
import { type Ack, createSocketMode } from './slack/socket-mode.ts';
import { type Call, createWebApi, type Fault } from './slack/web-api.ts';
import { createWorkspace, identity, type StoredMessage } from './slack/workspace.ts';

export type FakeSlackOptions = {
  /** Defaults `xoxb-fake-bot` and `xapp-fake-app`; any other token is refused with `invalid_auth`. */
  botToken?: string;
  appToken?: string;
  /** Defaults to the bot scopes of `slack-manifest.json`: what the manifest does not ask for is refused. */
  scopes?: readonly string[];
  /** One `chat.postMessage` a second and channel, else 429. Default false. */
  rateLimited?: boolean;
  /** False: connections are accepted and stay silent. */
  saysHello?: boolean;
  /** Default 3,000 ms, then again after 0 s, 1 min and 5 min, as Slack does. */
  ackTimeoutMs?: number;
  retryDelaysMs?: readonly number[];
};

/** One event on its way: what `redeliver` needs, and what a test looks for in `acks` and threads. */
export type Delivery = { channel: string; ts: string; eventId: string; payload: Record<string, unknown> };

export type NewMessage = { channel?: string; text: string; user?: string; threadTs?: string };

/**
 * A strict Slack on 127.0.0.1 for tests: the Web API over HTTP and Socket Mode over a web socket. A real
 * `clausewise start` talks to it with SLACK_API_URL = `apiUrl`, SLACK_BOT_TOKEN = `botToken` and
 * SLACK_APP_TOKEN = `appToken`.
 *
 * - `mention({channel?, text, user?, threadTs?})` a person writes `<@bot> text` (the mention is put in front
 *   unless `text` holds one) in `C0GENERAL` or `channel`; delivers `app_mention`.
 * - `directMessage(…)` the same over `message.im`; the bot's own posts in a DM come back as events, as in Slack.
 * - `event(fields)` delivers any inner event; `redeliver(delivery, changes?)` delivers one again, `changes`
 *   going into the payload (`event_id`) and its `event`; `sendEnvelope(raw)` sends an object or text as it is.
 * - `messages(channel)` all messages of a channel; `replies(channel, threadTs?)` those of the bot.
 * - `waitForReply({channel, threadTs?, count?, timeoutMs?})` the bot's `count`th message there (default 1,
 *   10,000 ms); rejects with what was seen instead.
 * - `acks` with times, `calls` of the Web API, `connectionCount()`.
 * - `failNext(method, fault)` the next call of `method` goes wrong; `disconnect(reason)` Slack announces the
 *   end of the connection; `dropConnections()` the network does it.
 * - `violations` is what a strict Slack objects to in what the bot sent; every test asserts that it is empty.
 * - `stop()` ends everything.
 */
export async function startFakeSlack(options: FakeSlackOptions = {}) {
  const botToken = options.botToken ?? 'xoxb-fake-bot';
  const appToken = options.appToken ?? 'xapp-fake-app';
  const violations: string[] = [];
  const workspace = createWorkspace();
  const sockets = createSocketMode({
    saysHello: options.saysHello ?? true,
    ackTimeoutMs: options.ackTimeoutMs ?? 3_000,
    retryDelaysMs: options.retryDelaysMs ?? [0, 60_000, 300_000],
    violations,
  });
  let eventSerial = 0;
  let port = 0;

  function deliver(event: Record<string, unknown>): { eventId: string; payload: Record<string, unknown> } {
    eventSerial += 1;
    const eventId = `Ev${String(eventSerial).padStart(8, '0')}`;
    const payload = {
      token: 'verification',
      team_id: identity.team,
      context_team_id: identity.team,
      api_app_id: identity.app,
      event,
      type: 'event_callback',
      event_id: eventId,
      event_time: Math.floor(Date.now() / 1_000),
      authorizations: [
        {
          enterprise_id: null,
          team_id: identity.team,
          user_id: identity.botUser,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: false,
      event_context: `4-${eventId}`,
    };
    sockets.deliver(payload);
    return { eventId, payload };
  }

  const context: MethodContext = {
    workspace,
    newSocketUrl: () => `ws://127.0.0.1:${port}/link?ticket=${sockets.newTicket()}`,
    onPost: (message) => {
      if (message.channel.startsWith('D')) deliver(eventOf(message, { channel_type: 'im' }));
    },
  };
  const scopes = options.scopes ?? manifestScopes();
  const webApi = createWebApi({
    context,
    tokens: { xoxb: botToken, xapp: appToken },
    scopes,
    isRateLimited: options.rateLimited ?? false,
    violations,
  });
  const server = createServer(webApi.handle);
  server.on('upgrade', sockets.upgrade);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an AddressInfo; the type also covers pipes.
  port = (server.address() as AddressInfo).port;

  function write(message: NewMessage, channel: string, text: string): StoredMessage {
    return workspace.add({
      channel,
      text,
      user: message.user ?? identity.person,
      ...(message.threadTs !== undefined && { thread_ts: message.threadTs }),
    });
  }

  function replies(channel: string, threadTs?: string): StoredMessage[] {
    const all = threadTs === undefined ? workspace.inChannel(channel) : workspace.inThread(channel, threadTs);
    return all.filter((message) => message.bot_id === identity.bot);
  }

  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    botToken,
    appToken,
    botUserId: identity.botUser as string,
    violations,
    acks: sockets.acks as readonly Ack[],
    calls: webApi.calls as readonly Call[],
    connectionCount: sockets.connectionCount,

    mention: (message: NewMessage): Delivery => {
      const text = message.text.includes(`<@${identity.botUser}>`)
        ? message.text
        : `<@${identity.botUser}> ${message.text}`;
      const stored = write(message, message.channel ?? 'C0GENERAL', text);
      return { channel: stored.channel, ts: stored.ts, ...deliver(eventOf(stored, { type: 'app_mention' })) };
    },
    directMessage: (message: NewMessage): Delivery => {
      const stored = write(message, message.channel ?? 'D0PERSON', message.text);
      return { channel: stored.channel, ts: stored.ts, ...deliver(eventOf(stored, { channel_type: 'im' })) };
    },
    event: (event: Record<string, unknown>) => {
      if (typeof event.channel === 'string') workspace.addChannel(event.channel);
      return deliver(event);
    },
    redeliver: (
      delivery: Delivery,
      changes: { event_id?: string; event?: Record<string, unknown> } = {},
    ): void => {
      const event = { ...Object(delivery.payload.event), ...changes.event };
      sockets.deliver({
        ...delivery.payload,
        ...(changes.event_id && { event_id: changes.event_id }),
        event,
      });
    },
    sendEnvelope: (raw: string | Record<string, unknown>): void => {
      if (typeof raw === 'string') sockets.sendRaw(raw, undefined);
      else
        sockets.sendRaw(
          JSON.stringify(raw),
          typeof raw.envelope_id === 'string' ? raw.envelope_id : undefined,
        );
    },
    messages: (channel: string) => workspace.inChannel(channel),
    replies,
    waitForReply: async (where: {
      channel: string;
      threadTs?: string;
      count?: number;
      timeoutMs?: number;
    }) => {
      const count = where.count ?? 1;
      const deadline = Date.now() + (where.timeoutMs ?? 10_000);
      for (;;) {
        const reply = replies(where.channel, where.threadTs)[count - 1];
        if (reply !== undefined) return reply;
        if (Date.now() > deadline) {
          const seen = JSON.stringify(workspace.inChannel(where.channel));
          throw new Error(
            `Expected reply ${count} in ${JSON.stringify(where)}, got ${seen}; violations ${violations}`,
          );
        }
        await delay(20);
      }
    },
    failNext: (method: string, fault: Fault) => webApi.failNext(method, fault),
    disconnect: (reason: 'warning' | 'refresh_requested' | 'link_disabled') => {
      sockets.sendRaw(
        JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'fake' } }),
        undefined,
      );
    },
    dropConnections: sockets.drop,
    stop: async (): Promise<void> => {
      sockets.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type FakeSlack = Awaited<ReturnType<typeof startFakeSlack>>;

function eventOf(message: StoredMessage, more: Record<string, unknown>): Record<string, unknown> {
  return { ...message, team: identity.team, event_ts: message.ts, ...more };
}

function manifestScopes(): string[] {
  const file = new URL('../../slack-manifest.json', import.meta.url);
  const manifest: { oauth_config: { scopes: { bot: string[] } } } = JSON.parse(readFileSync(file, 'utf8'));
  return manifest.oauth_config.scopes.bot;
}
