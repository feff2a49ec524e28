import { createHmac } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import type { Carrier } from './dispatcher.ts';

export type PostOptions = {
  headers?: Record<string, string>;
  /** Default `application/json`. */
  contentType?: string;
  /** Added to the timestamp, which is signed as it then is. */
  timestampOffsetSeconds?: number;
  /** The body is changed after it was signed. */
  tamper?: boolean;
};
export type Answered = { status: number; body: string; headers: Record<string, unknown> };

const formType = 'application/x-www-form-urlencoded';

/** Slack's signature of a request, v0. See "Verifying requests from Slack". */
export function signatureOf(secret: string, timestamp: string, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

/** Slack's end of the Events API over HTTP: signed requests to the app's Request URL. */
export function createHttpRequests(options: { signingSecret: string; ackTimeoutMs: number }) {
  let url: string | undefined;

  async function post(body: string, more: PostOptions = {}): Promise<Answered> {
    if (url === undefined) throw new Error('useHttp(url) must come first');
    const timestamp = String(Math.floor(Date.now() / 1_000) + (more.timestampOffsetSeconds ?? 0));
    const sent = more.tamper === true ? `${body} ` : body;
    const headers = {
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      'content-type': more.contentType ?? 'application/json',
      'content-length': String(Buffer.byteLength(sent)),
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': signatureOf(options.signingSecret, timestamp, body),
      ...more.headers,
    };
    const target = url;
    return new Promise((resolve, reject) => {
      const request = httpRequest(target, { method: 'POST', headers, agent: false }, (response) => {
        textOf(response).then((answer) => {
          resolve({ status: response.statusCode ?? 0, body: answer, headers: response.headers });
        }, reject);
      });
      // Slack hangs up on an app that does not answer in time.
      const timer = setTimeout(() => request.destroy(new Error('timeout')), options.ackTimeoutMs);
      request.once('close', () => clearTimeout(timer));
      request.once('error', reject);
      request.end(sent);
    });
  }

  const carry: Carrier['carry'] = ({ kind, payload, number, reason }, { acknowledged, failed }) => {
    const isEvent = kind === 'events_api';
    const body = isEvent ? JSON.stringify(payload) : formOf(kind === 'interactive', payload);
    const retry = { 'x-slack-retry-num': String(number), 'x-slack-retry-reason': spelled(reason) };
    post(body, {
      contentType: isEvent ? 'application/json' : formType,
      headers: number > 0 ? retry : {},
    }).then(
      ({ status, body: answer }) => {
        if (status >= 200 && status < 300) acknowledged(parsed(answer), '');
        else failed('http_error');
      },
      (error: unknown) =>
        failed(error instanceof Error && error.message === 'timeout' ? 'timeout' : 'connection_failed'),
    );
  };

  return {
    carry,
    post,
    useHttp: (requestUrl: string): void => {
      url = requestUrl;
    },
  };
}

function formOf(isInteraction: boolean, payload: Record<string, unknown>): string {
  const fields = isInteraction ? { payload: JSON.stringify(payload) } : payload;
  const form = new URLSearchParams();
  for (const [key, value] of Object.entries(fields)) form.set(key, String(value));
  return String(form);
}

const spelled = (reason: string): string => (reason === 'timeout' ? 'http_timeout' : reason);

function parsed(answer: string): unknown {
  if (answer.trim() === '') return undefined;
  try {
    return JSON.parse(answer);
  } catch {
    return answer;
  }
}
