import type { IncomingMessage, ServerResponse } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { createFaults, type Fault } from './faults.ts';
import type { Arguments, MethodContext, Result } from './method.ts';
import { methods } from './methods.ts';
import { createRateLimit, type Rate } from './rate-limit.ts';

export type { Fault } from './faults.ts';
export type Call = { method: string; args: Arguments; at: number; result: Result | undefined };

/** Refusals that come from what others did in the workspace, not from a careless call. */
const misfortunes = new Set(['not_in_channel', 'is_archived', 'hash_conflict', 'already_reacted']);

/** Slack's Web API over HTTP: tokens, scopes, required arguments and rates are checked for every call. */
export function createWebApi(options: {
  context: MethodContext;
  tokens: { xoxb: string; xapp: string };
  /** Granted bot scopes; a test may take some away. */
  scopes: Set<string>;
  rate: Rate | undefined;
}) {
  const { context, tokens, scopes } = options;
  const { violations } = context;
  const calls: Call[] = [];
  const faults = createFaults();
  const waitSeconds = options.rate === undefined ? () => 0 : createRateLimit(options.rate);
  let isRevoked = false;

  /** Problems that are the caller's mistake are also violations: a test that looks only at replies misses them. */
  function refuse(method: string, result: Result): Result {
    const detail = JSON.stringify(result.response_metadata ?? '').replace(/^""$/u, '');
    violations.push(`${method}: ${result.error}${detail === '' ? '' : ` (${detail})`}`);
    return result;
  }

  function invalid(method: string, detail: string): Result {
    const messages = [`[ERROR] ${detail}`];
    return refuse(method, { ok: false, error: 'invalid_arguments', response_metadata: { messages } });
  }

  function run(name: string, args: Arguments, token: string): Result {
    const method = methods[name];
    if (method === undefined) return refuse(name, { ok: false, error: 'unknown_method' });
    if (token === '') return { ok: false, error: 'not_authed' };
    if (!token.startsWith(method.token)) return { ok: false, error: 'not_allowed_token_type' };
    if (token !== tokens[method.token]) return { ok: false, error: 'invalid_auth' };
    if (isRevoked && method.token === 'xoxb') return { ok: false, error: 'token_revoked' };
    const needed = method.scope?.(args);
    if (needed !== undefined && !scopes.has(needed))
      return { ok: false, error: 'missing_scope', needed, provided: [...scopes].join(',') };
    const missing = method.required.filter((key) => args[key] === undefined || args[key] === '');
    if (missing.length > 0) return invalid(name, `missing required field: ${missing.join(', ')}`);
    const known = [...method.required, ...method.optional, 'team_id', 'token'];
    const unknown = Object.keys(args).filter((key) => !known.includes(key));
    if (unknown.length > 0) return invalid(name, `unknown field: ${unknown.join(', ')}`);
    const result = method.run(args, context);
    return result.ok || misfortunes.has(String(result.error)) ? result : refuse(name, result);
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
    const fault: Fault = faults.take(name) ?? {};
    const call: Call = { method: name, args, at: Date.now(), result: undefined };
    calls.push(call);
    if (fault.delayMs !== undefined) await delay(fault.delayMs);
    const isBroken = fault.status !== undefined || fault.error !== undefined || fault.lost === true;
    const wait = !isBroken && name === 'chat.postMessage' ? waitSeconds(args.channel ?? '') : 0;
    const takesEffect = fault.takesEffect ?? fault.posts ?? fault.lost ?? !isBroken;
    if (wait === 0 && takesEffect) call.result = run(name, args, token);

    if (fault.lost === true) {
      request.socket.destroy();
      return;
    }
    const status = wait > 0 ? 429 : (fault.status ?? 200);
    const seconds = wait > 0 ? Math.ceil(wait) : (fault.retryAfterSeconds ?? fault.retryAfter ?? 1);
    response.writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      ...(status === 429 && { 'retry-after': String(seconds) }),
      ...(token.startsWith('xoxb') && {
        'x-oauth-scopes': [...scopes].join(','),
        'x-accepted-oauth-scopes': methods[name]?.scope?.(args) ?? '',
      }),
    });
    const failure = fault.error === undefined ? call.result : { ok: false, error: fault.error };
    if (status === 200) response.end(JSON.stringify(failure));
    else response.end(status === 429 ? '{"ok":false,"error":"ratelimited"}' : 'upstream error');
  }

  return {
    calls,
    faults,
    revoke: (): void => {
      isRevoked = true;
    },
    handle: serve,
  };
}
