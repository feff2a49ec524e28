import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { anything, flag, isRecord, object, word } from './checks.ts';
import type { ResponseAddress } from './ephemerals.ts';
import { type MethodContext, parseJson } from './method.ts';
import { showResponse } from './show-response.ts';

const maxUses = 5;
const checkBody = object({
  text: anything,
  blocks: anything,
  thread_ts: anything,
  metadata: anything,
  response_type: word('ephemeral', 'in_channel'),
  replace_original: flag,
  delete_original: flag,
  unfurl_links: flag,
  unfurl_media: flag,
  mrkdwn: flag,
});

/** The addresses by which an app answers an interaction without a token: five times, for half an hour. */
export function createResponseUrls(options: {
  context: MethodContext;
  origin: () => string;
  lifetimeMs: number;
}) {
  const { context } = options;
  const { violations } = context;
  const addresses = new Map<string, ResponseAddress>();

  /** @returns the status and, where something is wrong, Slack's name for it. */
  function take(path: string, contentType: string, text: string): { status: number; error?: string } {
    const address = addresses.get(path);
    if (address === undefined) return { status: 404, error: 'no_such_url' };
    if (Date.now() - address.at > options.lifetimeMs) return { status: 404, error: 'expired_url' };
    if (address.uses >= maxUses) return { status: 404, error: 'used_url' };
    address.uses += 1;
    const body = parseJson(text);
    if (!contentType.startsWith('application/json') || !isRecord(body))
      return { status: 400, error: 'invalid_payload' };
    const [problem] = checkBody(body, '/');
    if (problem !== undefined) return { status: 400, error: `invalid_payload ${problem}` };
    const refused = showResponse(body, address, 'response_url', context);
    return refused === undefined
      ? { status: 200 }
      : { status: 400, error: `${refused.error} ${JSON.stringify(refused.response_metadata ?? '')}` };
  }

  return {
    issue: (of: Pick<ResponseAddress, 'channel' | 'user' | 'original'>): string => {
      const path = `/response/${randomUUID()}`;
      addresses.set(path, { ...of, uses: 0, at: Date.now() });
      return `${options.origin()}${path}`;
    },
    /** What the acknowledgement of a command says is shown as well. */
    showAck: (url: string, body: unknown): void => {
      const address = addresses.get(new URL(url).pathname);
      const content = typeof body === 'string' ? { text: body } : body;
      if (address === undefined || !isRecord(content) || Object.keys(content).length === 0) return;
      const refused = showResponse(content, address, 'ack', context);
      if (refused !== undefined) violations.push(`acknowledgement: ${refused.error}`);
    },
    handle: async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const text = await textOf(request);
      const { status, error } = take(request.url ?? '', request.headers['content-type'] ?? '', text);
      // That an address is over after a while is no mistake of the app.
      if (error !== undefined && error !== 'expired_url') violations.push(`response_url: ${error}`);
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
      const name = error?.split(' ')[0];
      response.end(name === undefined ? '{"ok":true}' : JSON.stringify({ ok: false, error: name }));
    },
  };
}
