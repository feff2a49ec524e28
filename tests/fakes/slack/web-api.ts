import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { type Arguments, type MethodContext, methods, type Result } from './methods.ts';

/** One answer that is not the usual one. Without `error` and `status` the call is only late. */
export type Fault = {
  /** An HTTP status instead of 200; 429 comes with Retry-After. */
  status?: number;
  retryAfterSeconds?: number;
  /** An error of Slack: `{ok: false, error}`. */
  error?: string;
  /** The call takes effect before it fails, as happens with a lost response. */
  takesEffect?: boolean;
  delayMs?: number;
};

export type Call = { method: string; args: Arguments; at: number; result: Result | undefined };

export type WebApi = {
  handle: (request: IncomingMessage, response: ServerResponse) => void;
  calls: Call[];
  failNext: (method: string, fault: Fault) => void;
};

/** Slack's Web API over HTTP: tokens, scopes, required arguments and rates are checked for every call. */
export function createWebApi(options: {
  context: MethodContext;
  tokens: { xoxb: string; xapp: string };
  scopes: readonly string[];
  isRateLimited: boolean;
  violations: string[];
}): WebApi {
  const { context, tokens, scopes, violations } = options;
  const calls: Call[] = [];
  const faults = new Map<string, Fault[]>();
  const postedAt = new Map<string, number>();

  /** Problems that are the caller's mistake are also violations: a test that looks only at replies misses them. */
  function refuse(method: string, error: string, detail = ''): Result {
    violations.push(`${method}: ${error}${detail === '' ? '' : ` (${detail})`}`);
    return {
      ok: false,
      error,
      ...(detail !== '' && { response_metadata: { messages: [`[ERROR] ${detail}`] } }),
    };
  }

  function run(name: string, args: Arguments, token: string): Result {
    const method = methods[name];
    if (method === undefined) return refuse(name, 'unknown_method');
    if (token === '') return { ok: false, error: 'not_authed' };
    if (!token.startsWith(method.token)) return { ok: false, error: 'not_allowed_token_type' };
    if (token !== tokens[method.token]) return { ok: false, error: 'invalid_auth' };
    const scope = method.scope?.(args);
    if (scope !== undefined && !scopes.includes(scope))
      return { ok: false, error: 'missing_scope', needed: scope };
    const missing = method.required.filter((key) => args[key] === undefined || args[key] === '');
    if (missing.length > 0)
      return refuse(name, 'invalid_arguments', `missing required field: ${missing.join(', ')}`);
    const known = [...method.required, ...method.optional, 'team_id', 'token'];
    const unknown = Object.keys(args).filter((key) => !known.includes(key));
    if (unknown.length > 0) return refuse(name, 'invalid_arguments', `unknown field: ${unknown.join(', ')}`);
    const result = method.run(args, context);
    return result.ok
      ? result
      : refuse(name, String(result.error), JSON.stringify(result.response_metadata ?? ''));
  }

  function isTooFast(name: string, args: Arguments): boolean {
    if (!options.isRateLimited || name !== 'chat.postMessage') return false;
    const channel = args.channel ?? '';
    const last = postedAt.get(channel) ?? 0;
    if (Date.now() - last < 1_000) return true;
    postedAt.set(channel, Date.now());
    return false;
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const name = new URL(request.url ?? '/', 'http://fake').pathname.replace(/^\/api\//, '');
    const body = await textOf(request);
    if (request.method !== 'POST') violations.push(`${name}: ${request.method} instead of POST`);
    if (!(request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')) {
      violations.push(`${name}: content type ${request.headers['content-type']}`);
    }
    const args: Arguments = Object.fromEntries(new URLSearchParams(body));
    const token = args.token ?? request.headers.authorization?.replace(/^Bearer /, '') ?? '';
    const fault = faults.get(name)?.shift();
    const call: Call = { method: name, args, at: Date.now(), result: undefined };
    calls.push(call);
    if (fault?.delayMs !== undefined) await delay(fault.delayMs);
    const isLimited = fault === undefined && isTooFast(name, args);
    const isBroken = fault?.status !== undefined || fault?.error !== undefined;
    if (!isLimited && (!isBroken || fault?.takesEffect === true)) call.result = run(name, args, token);
    if (isLimited || fault?.status !== undefined) {
      const status = isLimited ? 429 : (fault?.status ?? 500);
      response.writeHead(
        status,
        status === 429 ? { 'retry-after': String(fault?.retryAfterSeconds ?? 1) } : {},
      );
      response.end(status === 429 ? '{"ok":false,"error":"ratelimited"}' : 'upstream error');
      return;
    }
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
    response.end(
      JSON.stringify(fault?.error === undefined ? call.result : { ok: false, error: fault.error }),
    );
  }

  return {
    calls,
    failNext: (method, fault) => faults.set(method, [...(faults.get(method) ?? []), fault]),
    handle: (request, response) => {
      serve(request, response).catch((error: unknown) => {
        violations.push(`the fake failed: ${String(error)}`);
        response.destroy();
      });
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
