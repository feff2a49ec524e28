import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { checkSlack } from '../../src/slack/check-slack.ts';
import { requirements } from '../../src/slack/requirements.ts';

const needed = requirements.scopes.map(({ name }) => name);
const signingSecret = '0123456789abcdef0123456789abcdef';

/** What the stub answers by method; null is never. */
let answers: Record<string, object | null>;
let scopes: string | null;
let called: Array<{ method: string; authorization: string | undefined }>;
let server: Server;
let apiUrl: string;

beforeEach(async () => {
  called = [];
  scopes = needed.join(',');
  answers = {
    'auth.test': { ok: true, team: 'Acme', user: 'clausewise', bot_id: 'B1', user_id: 'U1' },
    'apps.connections.open': { ok: true, url: 'wss://127.0.0.1/link?ticket=hush' },
  };
  server = createServer((request, response) => {
    const method = request.url?.replace('/api/', '') ?? '';
    called.push({ method, authorization: request.headers.authorization });
    const answer = answers[method];
    if (answer === null) return;
    response.writeHead(200, {
      'content-type': 'application/json',
      ...(scopes !== null && { 'x-oauth-scopes': scopes }),
    });
    response.end(JSON.stringify(answer ?? { ok: false, error: 'unknown_method' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an AddressInfo; the type also covers pipes.
  apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** The checks by their names. */
async function check(environment: Record<string, string> = {}, deadlineMs = 5_000) {
  const { slack, publicUrl, port } = readConfig({
    SLACK_API_URL: apiUrl,
    SLACK_BOT_TOKEN: 'xoxb-hush',
    SLACK_APP_TOKEN: 'xapp-hush',
    ...environment,
  });
  const checks = await checkSlack({ slack, publicUrl, port, deadlineMs });
  expect(JSON.stringify(checks)).not.toContain('hush');
  for (const { state, remedy } of checks) expect(remedy === '').toBe(state === 'ok');
  return new Map(checks.map((each) => [each.check, each]));
}

describe('checkSlack', () => {
  it('names the bot and its workspace, and asks with the right tokens', async () => {
    const checks = await check();
    expect([...checks.values()].map(({ check, state }) => `${check} ${state}`)).toEqual([
      'slack ok',
      'scopes ok',
      'app-token ok',
    ]);
    expect(checks.get('slack')?.detail).toBe('bot clausewise in the workspace Acme');
    expect(called.toSorted((left, right) => left.method.localeCompare(right.method))).toEqual([
      { method: 'apps.connections.open', authorization: 'Bearer xapp-hush' },
      { method: 'auth.test', authorization: 'Bearer xoxb-hush' },
    ]);
  });

  it('fails with a bot token that Slack refuses', async () => {
    answers['auth.test'] = { ok: false, error: 'invalid_auth' };
    const checks = await check();
    expect(checks.get('slack')).toMatchObject({
      state: 'failed',
      detail: 'Slack refuses SLACK_BOT_TOKEN (invalid_auth)',
      remedy: expect.stringContaining('OAuth & Permissions'),
    });
    expect(checks.get('scopes')).toMatchObject({ state: 'warning' });
  });

  it('fails with an app token that Slack refuses', async () => {
    answers['apps.connections.open'] = { ok: false, error: 'missing_scope' };
    expect((await check()).get('app-token')).toMatchObject({
      state: 'failed',
      detail: expect.stringContaining('missing_scope'),
      remedy: expect.stringContaining('connections:write'),
    });
  });

  it('fails with a token of the wrong kind or none, without asking', async () => {
    const checks = await check({ SLACK_BOT_TOKEN: 'xoxp-hush', SLACK_APP_TOKEN: '' });
    expect(checks.get('slack')).toMatchObject({ state: 'failed', detail: expect.stringContaining('xoxp-…') });
    expect(checks.get('app-token')).toMatchObject({
      state: 'failed',
      detail: 'SLACK_APP_TOKEN is not set',
    });
    expect(called).toEqual([]);
  });

  it('fails without a scope, saying what it is for', async () => {
    scopes = needed.filter((name) => name !== 'channels:history').join(', ');
    expect((await check()).get('scopes')).toEqual({
      check: 'scopes',
      state: 'failed',
      detail: 'missing: channels:history (to follow threads, and never to post twice in a channel)',
      remedy: 'add it under OAuth & Permissions, then reinstall the app',
    });
  });

  it('warns of scopes that are not needed, and when Slack does not say them', async () => {
    scopes = `${needed.join(',')},files:write`;
    expect((await check()).get('scopes')).toMatchObject({
      state: 'warning',
      detail: expect.stringContaining('files:write'),
    });
    scopes = null;
    expect((await check()).get('scopes')).toMatchObject({
      state: 'warning',
      detail: expect.stringContaining('not known'),
    });
  });

  it('does not wait for a Slack that hangs', async () => {
    answers = { 'auth.test': null, 'apps.connections.open': null };
    const started = performance.now();
    const checks = await check({}, 200);
    expect(performance.now() - started).toBeLessThan(2_000);
    for (const name of ['slack', 'app-token'])
      expect(checks.get(name)).toMatchObject({
        state: 'failed',
        detail: expect.stringContaining('cannot be reached'),
      });
  });

  it('asks over HTTP for no app token, but for the signing secret and the address', async () => {
    const http = { SLACK_MODE: 'http', SLACK_APP_TOKEN: '' };
    const good = { ...http, SLACK_SIGNING_SECRET: signingSecret, PUBLIC_URL: 'https://c.example/' };
    const checks = await check(good);
    expect([...checks.values()].map(({ check, state }) => `${check} ${state}`)).toEqual([
      'slack ok',
      'scopes ok',
      'signing-secret ok',
      'request-url ok',
    ]);
    expect(checks.get('request-url')?.detail).toContain('https://c.example/slack/events');
    const bare = await check(http);
    expect(bare.get('signing-secret')).toMatchObject({ state: 'failed' });
    expect(bare.get('request-url')).toMatchObject({
      state: 'warning',
      detail: expect.stringMatching(/port 3000.*\/slack\/events/u),
    });
    const odd = await check({ ...http, SLACK_SIGNING_SECRET: 'xapp-hush', PORT: '8080' });
    expect(odd.get('signing-secret')).toMatchObject({ state: 'warning' });
    expect(odd.get('request-url')?.detail).toContain('port 8080');
  });
});
