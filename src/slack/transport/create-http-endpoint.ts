import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type Logger as BoltLogger, HTTPReceiver, type Receiver } from '@slack/bolt';

/** Slack's requests are smaller; a larger body is refused before it is read. */
const bodyLimit = '1mb';
/** Slack's own limit for clocks that differ. See "Verifying requests from Slack" in its documentation. */
const clockSkewSeconds = 300;

/** Where Slack posts events, commands and interactions to, on a server of the caller. */
export type HttpEndpoint = { receiver: Receiver; handle: RequestListener };

/**
 * Creates the endpoint for HTTP. Requests are refused with 401 when they are unsigned, signed wrongly, older than five
 * minutes or, which Bolt lets pass, more than five minutes in the future. Starting and stopping it is the server's.
 * @param now epoch milliseconds.
 */
export function createHttpEndpoint(options: {
  signingSecret: string;
  path: string;
  logger: BoltLogger;
  now: () => number;
}): HttpEndpoint {
  const receiver = new HTTPReceiver({
    signingSecret: options.signingSecret,
    endpoints: options.path,
    logger: options.logger,
    bodyLimit,
    processBeforeResponse: false,
  });
  return {
    receiver: {
      init: (app) => receiver.init(app),
      start: async () => undefined,
      stop: async () => undefined,
    },
    handle: (request: IncomingMessage, response: ServerResponse) => {
      // Bolt throws outside of any handler on every other method.
      if (request.method !== 'POST') {
        response.writeHead(405, { allow: 'POST' }).end();
        return;
      }
      const sentAtSeconds = Number(request.headers['x-slack-request-timestamp']);
      if (sentAtSeconds - options.now() / 1_000 > clockSkewSeconds) {
        response.writeHead(401).end();
        return;
      }
      receiver.requestListener(request, response);
    },
  };
}
