import { setTimeout as delay } from 'node:timers/promises';
import type { App, Logger as BoltLogger, Receiver, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { withDeadline } from '../with-deadline.ts';
import { openSocketConnection, type SocketConnection } from './socket-connection.ts';

/** How long Slack may take from the request for an address to its hello. */
const helloDeadlineMs = 15_000;
/** A connection that lived this long was a good one, and the next is opened at once. */
const stableAfterMs = 10_000;
/** While Slack gives no connection, and while it gives some that end soon: nobody is there meanwhile. */
const longestPauseMs = 30_000;
const longestPauseBetweenMs = 4_000;
/** What Slack has sent on the old socket by the time it announces the end is still read for this long. */
const overlapMs = 1_000;

/** Slack sends each event to one of them: while one is being opened again the other is there. */
const connectionsWanted = 2;

/**
 * A Bolt receiver that keeps two Socket Mode connections open, opening the next as soon as one ends, with growing
 * pauses while that fails. It has started with the first. It is never in a state in which stopping throws.
 *
 * @param options.firstPauseMs pause after the first failure; doubles up to 30 s.
 */
export function createSocketReceiver(options: {
  appToken: string;
  clientOptions: webApi.WebClientOptions;
  boltLogger: BoltLogger;
  logger: Logger;
  firstPauseMs: number;
}): Receiver {
  const { logger } = options;
  const stopping = new AbortController();
  const connections = new Set<SocketConnection>();
  let app: App | undefined;
  let failures = 0;
  let shortLives = 0;

  async function connect(): Promise<void> {
    if (app === undefined) throw new Error('The receiver has no app: init comes before start.');
    stopping.signal.throwIfAborted();
    let openedAt = Date.now();
    const connection = openSocketConnection({
      app,
      appToken: options.appToken,
      clientOptions: options.clientOptions,
      logger: options.boltLogger,
      onEnd: () => {
        shortLives = Date.now() - openedAt > stableAfterMs ? 0 : shortLives + 1;
        void retire(connection);
        void reconnect();
      },
    });
    connections.add(connection);
    try {
      await withDeadline(connection.opened, helloDeadlineMs, 'the hello of Slack');
      openedAt = Date.now();
      failures = 0;
    } catch (error) {
      connections.delete(connection);
      await connection.close();
      throw error;
    }
  }

  /** Never rejects. */
  async function retire(connection: SocketConnection): Promise<void> {
    await delay(overlapMs, undefined, { ref: false });
    await connection.close();
    connections.delete(connection);
  }

  function pauseMs(): number {
    const grown = (times: number, longestMs: number): number =>
      times === 0 ? 0 : Math.min(options.firstPauseMs * 2 ** (times - 1), longestMs);
    return Math.max(grown(failures, longestPauseMs), grown(shortLives, longestPauseBetweenMs));
  }

  /** Never rejects. */
  async function reconnect(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await delay(pauseMs(), undefined, { signal: stopping.signal });
        await connect();
        logger.debug('one more connection to Slack');
        return;
      } catch (error) {
        if (stopping.signal.aborted) return;
        failures += 1;
        logger.warn({ err: error, failures }, 'connecting to Slack failed; trying again');
      }
    }
  }

  return {
    init: (newApp) => {
      app = newApp;
    },
    start: async () => {
      await connect();
      for (let n = 1; n < connectionsWanted; n += 1) void reconnect();
    },
    stop: async () => {
      stopping.abort();
      await Promise.all([...connections].map((connection) => connection.close()));
    },
  };
}
