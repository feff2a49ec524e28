import { createChanges } from './slack/changes.ts';
import type { Json } from './slack/checks.ts';
import { type Ack, createDispatcher } from './slack/dispatcher.ts';
import type { FakeSlackOptions } from './slack/fake-slack-options.ts';
import type { Fault } from './slack/faults.ts';
import { createHttpRequests, type PostOptions } from './slack/http-requests.ts';
import { createInteractions } from './slack/interactions.ts';
import type { MethodContext } from './slack/method.ts';
import { createPeople } from './slack/people.ts';
import { createPersonEvents } from './slack/person-events.ts';
import { readManifest } from './slack/read-manifest.ts';
import { createResponseUrls } from './slack/response-urls.ts';
import { createSocketMode } from './slack/socket-mode.ts';
import { startServer } from './slack/start-server.ts';
import { createTriggers } from './slack/triggers.ts';
import { createViews } from './slack/views.ts';
import { createWaits } from './slack/waits.ts';
import { type Call, createWebApi } from './slack/web-api.ts';
import { createWorkspace, identity } from './slack/workspace.ts';

export type { Clickable } from './slack/clicks.ts';
export type { FakeSlackOptions } from './slack/fake-slack-options.ts';
export type { Interaction } from './slack/interactions.ts';
export type { Delivery, NewMessage } from './slack/person-events.ts';

/**
 * A strict Slack on 127.0.0.1 for tests: the Web API over HTTP, and events, commands and interactions over Socket
 * Mode or signed HTTP. A real `clausewise start` talks to it with SLACK_API_URL = `apiUrl`, SLACK_BOT_TOKEN =
 * `botToken` and SLACK_APP_TOKEN = `appToken`, or, over HTTP, SLACK_SIGNING_SECRET = `signingSecret` once
 * `useHttp(url)` has told the Request URL.
 *
 * - People write: `mention` (in `C0GENERAL`; the mention is put in front; the `message` copy follows unless
 *   `copy: false`), `say` (no mention), `directMessage`; `openHome`. Only events of the manifest are delivered.
 *   The bot's own posts come back as `message` events, as in Slack.
 * - People act: `command`, `shortcut`, `click`, `submit`. Not acknowledged in time: a violation.
 * - By hand: `event(fields)` any inner event; `redeliver(delivery, changes?)` one again, `changes` going into the
 *   payload and its `event`; `sendEnvelope(raw)` an object or text as it is; `post(body, …)` one HTTP request.
 * - People see: `messages`, `replies`, `ephemerals`, `views(user)`, `home(user)`, `statuses`,
 *   `suggestedPrompts`, and `waitForReply`, `waitForEphemeral`, `waitForView`, `waitForHome`.
 * - Slack saw: `acks` with times, `calls` of the Web API, `connectionCount()`.
 * - Things go wrong: `failNext(method, fault)`, `failAlways(method, fault, probability, seed)`, `clearFaults()`;
 *   `removeBot`, `archive`, `revoke`, `removeScope`; `disconnect(reason)` Slack announces the end of the
 *   connection; `dropConnections()` the network does it.
 * - `violations` is what a strict Slack objects to in what the bot sent; every test asserts that it is empty.
 * - `stop()` ends everything.
 */
export async function startFakeSlack(options: FakeSlackOptions = {}) {
  const botToken = options.botToken ?? 'xoxb-fake-bot';
  const appToken = options.appToken ?? 'xapp-fake-app';
  const signingSecret = options.signingSecret ?? 'fake-signing-secret';
  const ackTimeoutMs = options.ackTimeoutMs ?? 3_000;
  const manifest = readManifest();
  const scopes = new Set(options.scopes ?? manifest.scopes);
  const violations: string[] = [];
  const acks: Ack[] = [];
  let port = 0;

  const sockets = createSocketMode({ saysHello: options.saysHello ?? true, acks, violations });
  const http = createHttpRequests({ signingSecret, ackTimeoutMs });
  const dispatcher = createDispatcher({
    carrier: options.transport === 'http' ? http : sockets,
    ackTimeoutMs,
    retryDelaysMs: options.retryDelaysMs ?? [0, 60_000, 300_000],
    acks,
    violations,
  });
  const events = createPersonEvents({
    dispatcher,
    events: new Set(options.events ?? manifest.events),
    context: () => context,
  });
  const context: MethodContext = {
    workspace: createWorkspace(),
    people: createPeople(),
    views: createViews(),
    triggers: createTriggers(options.triggerLifetimeMs ?? 3_000),
    ephemerals: [],
    statuses: [],
    suggestedPrompts: new Map(),
    allowedMentions: new Set(),
    violations,
    newSocketUrl: () => `ws://127.0.0.1:${port}/link?ticket=${sockets.newTicket()}`,
    onPost: events.messageEvent,
  };
  const { workspace, views } = context;
  const rate = options.rateLimited === true ? { burst: 1, perSecond: 1 } : options.rateLimited || undefined;
  const webApi = createWebApi({ context, tokens: { xoxb: botToken, xapp: appToken }, scopes, rate });
  const responses = createResponseUrls({
    context,
    origin: () => `http://127.0.0.1:${port}`,
    lifetimeMs: options.responseUrlLifetimeMs ?? 1_800_000,
  });
  const server = await startServer({
    api: webApi.handle,
    responses: responses.handle,
    upgrade: sockets.upgrade,
    violations,
  });
  port = server.port;
  const { messageEvent: _internal, ...personActs } = events;

  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    botToken,
    appToken,
    signingSecret,
    botUserId: identity.botUser as string,
    violations,
    acks: acks as readonly Ack[],
    calls: webApi.calls as readonly Call[],
    ...personActs,
    ...createInteractions({ dispatcher, context, responses }),
    ...createWaits(context),

    useHttp: http.useHttp,
    post: (body: string | Json, more: PostOptions = {}) =>
      http.post(typeof body === 'string' ? body : JSON.stringify(body), more),
    sendEnvelope: sockets.sendEnvelope,

    messages: workspace.inChannel,
    ephemerals: context.ephemerals,
    statuses: context.statuses,
    suggestedPrompts: context.suggestedPrompts,
    home: views.home,
    views: views.stackOf,

    allowedMentions: context.allowedMentions,
    ...createChanges({ context, scopes, revoke: webApi.revoke }),

    failNext: (method: string, fault: Fault) => webApi.faults.failNext(method, fault),
    failAlways: webApi.faults.failAlways,
    clearFaults: webApi.faults.clear,
    connectionCount: sockets.connectionCount,
    disconnect: (reason: 'warning' | 'refresh_requested' | 'link_disabled') =>
      sockets.sendEnvelope({ type: 'disconnect', reason, debug_info: { host: 'fake' } }),
    dropConnections: sockets.drop,
    stop: async (): Promise<void> => {
      dispatcher.stop();
      sockets.stop();
      await server.stop();
    },
  };
}

export type FakeSlack = Awaited<ReturnType<typeof startFakeSlack>>;
