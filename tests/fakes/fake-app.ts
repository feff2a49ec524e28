import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { WebSocket } from 'ws';
import type { FakeSlack } from './fake-slack.ts';

export type Received = { headers: IncomingHttpHeaders; body: string };
export type Envelope = {
  envelope_id: string;
  type: string;
  retry_attempt?: number;
  payload: Record<string, unknown>;
};

/** A call of the Web API as the client makes it: objects become JSON text. */
export function apiClient(slack: FakeSlack, token = slack.botToken) {
  return async (method: string, fields: Record<string, unknown> = {}) => {
    const entries = Object.entries(fields).map(([key, value]): [string, string] => [key, asText(value)]);
    const response = await fetch(`${slack.apiUrl}${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: new URLSearchParams(entries),
    });
    const text = await response.text();
    const body: { ok?: boolean; error?: string } & Record<string, unknown> =
      response.status === 200 ? JSON.parse(text) : {};
    return Object.assign(body, { status: response.status, headers: response.headers });
  };
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** An app of one web socket. `answer` gives the payload of the acknowledgement, or `silent` for none. */
export async function socketApp(slack: FakeSlack, answer: (envelope: Envelope) => unknown = () => undefined) {
  const opened = await apiClient(slack, slack.appToken)('apps.connections.open');
  const socket = new WebSocket(String(opened.url));
  const envelopes: Envelope[] = [];
  await new Promise<void>((resolve) => {
    socket.on('message', (data) => {
      const message: Envelope = JSON.parse(String(data));
      if (message.envelope_id === undefined) return resolve();
      envelopes.push(message);
      const payload = answer(message);
      if (payload !== silent) socket.send(JSON.stringify({ envelope_id: message.envelope_id, payload }));
    });
  });
  return { envelopes, close: () => socket.close() };
}

export const silent = Symbol('no acknowledgement');

/** An app on a port of its own, which is told to the fake as Request URL. */
export async function httpApp(
  slack: FakeSlack,
  answer: (request: Received) => { status: number; body?: string },
) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const one = { headers: request.headers, body: await textOf(request) };
    received.push(one);
    const { status, body = '' } = answer(one);
    // Status 0 stands for no answer at all.
    if (status !== 0) response.writeHead(status).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an AddressInfo; the type also covers pipes.
  slack.useHttp(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
  return {
    received,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
