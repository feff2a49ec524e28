import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runDoctor } from '../../src/cli/doctor-command.ts';
import { readConfig } from '../../src/config.ts';
import { useTemporaryFolder } from '../temporary-folder.ts';

const folder = useTemporaryFolder();
let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

const checksSchema = z.array(
  z.strictObject({
    check: z.string().min(1),
    state: z.enum(['ok', 'warning', 'failed']),
    detail: z.string().min(1),
    remedy: z.string(),
  }),
);

async function run(environment: Record<string, string>, json: boolean) {
  let written = '';
  const stdout = new Writable({
    write: (chunk, _, done) => {
      written += String(chunk);
      done();
    },
  });
  const code = await runDoctor({ config: readConfig(environment), stdout }, { index: folder(), json });
  return { code, written };
}

async function runJson(environment: Record<string, string>) {
  const { code, written } = await run(environment, true);
  return { code, written, checks: checksSchema.parse(JSON.parse(written)) };
}

describe('clausewise doctor', () => {
  it('prints one array of checks; without a failure the exit code is 0', async () => {
    const { code, checks } = await runJson({});
    expect(code).toBe(0);
    expect(checks.map(({ check }) => check)).toEqual([
      'node',
      'model',
      'index',
      'registry',
      'documents',
      'disk',
      'state',
      'manifest',
      'slack',
    ]);
    expect(checks.find(({ check }) => check === 'slack')).toMatchObject({
      state: 'warning',
      detail: 'Slack is not set up',
      remedy: expect.stringContaining('.env.example'),
    });
    for (const { state, remedy } of checks) expect(remedy === '').toBe(state === 'ok');
  });

  it('prints a line a check and the remedy below; a failure is exit code 1', async () => {
    const { code, written } = await run({ EMBEDDING_MODEL: join(folder(), 'none') }, false);
    expect(code).toBe(1);
    expect(written).toMatch(/^✓ node {7}Node\.js v/mu);
    expect(written).toMatch(
      /^✗ model {6}The model file .* is missing\n {13}→ restore it, .*EMBEDDING_MODEL/mu,
    );
    expect(written).toMatch(/^! slack {6}Slack is not set up\n {13}→ /mu);
  });

  it('never prints a secret, not even one that the server repeats', async () => {
    const secrets = { SLACK_BOT_TOKEN: 'xoxb-hush-1', SLACK_APP_TOKEN: 'xapp-hush-2' };
    server = createServer((_, response) =>
      response.end(JSON.stringify({ ok: false, error: `no ${Object.values(secrets)}` })),
    );
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    // A server that listens on a port has an AddressInfo; the type also covers pipes.
    const { port } = server.address() as AddressInfo;
    const { code, written, checks } = await runJson({
      ...secrets,
      SLACK_API_URL: `http://127.0.0.1:${port}/api/`,
    });
    expect(code).toBe(1);
    expect(written).not.toContain('hush');
    expect(checks.filter(({ state }) => state === 'failed').map(({ check }) => check)).toEqual([
      'slack',
      'app-token',
    ]);
    expect(checks.at(-1)).toMatchObject({ check: 'events', state: 'ok' });
  });
});
