import type { Rate } from './rate-limit.ts';

/** How a fake Slack is set up; all of it may be left out. */
export type FakeSlackOptions = {
  /** How events, commands and interactions reach the app. Default `socket`; `http` needs `useHttp(url)`. */
  transport?: 'socket' | 'http';
  /** Default `fake-signing-secret`. */
  signingSecret?: string;
  /** Defaults `xoxb-fake-bot` and `xapp-fake-app`; any other token is refused with `invalid_auth`. */
  botToken?: string;
  appToken?: string;
  /** Default: the bot scopes of `slack-manifest.json`; what the manifest does not ask for is refused. */
  scopes?: readonly string[];
  /** Default: the bot events of `slack-manifest.json`; no other events are delivered. */
  events?: readonly string[];
  /** A token bucket a channel for `chat.postMessage`, else 429; true is one a second. Default false. */
  rateLimited?: boolean | Rate;
  /** False: connections are accepted and stay silent. */
  saysHello?: boolean;
  /** Default 3,000 ms, then again after 0 s, 1 min and 5 min, as Slack does. */
  ackTimeoutMs?: number;
  retryDelaysMs?: readonly number[];
  /** Default 3,000 ms. */
  triggerLifetimeMs?: number;
  /** Default half an hour. */
  responseUrlLifetimeMs?: number;
};
