import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigurationError } from '../errors.ts';

/** A running HTTP server. Whoever started it closes it. */
export type HealthServer = { port: number; close(): Promise<void> };

/** What `/healthz` says, as JSON. */
export type Health = { mode: string; documents: number; clauses: number };

/**
 * Serves `/healthz` for whatever watches the process; everything else is 404.
 * @throws ConfigurationError `port-unavailable`, naming PORT.
 */
export async function serveHealth(port: number, health: () => Promise<Health>): Promise<HealthServer> {
  const server = createServer((request, response) => {
    const isHealth = request.method === 'GET' && request.url === '/healthz';
    if (!isHealth) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found\n');
      return;
    }
    health().then(
      (state) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(state)),
      () => response.writeHead(503, { 'content-type': 'text/plain' }).end('not ready\n'),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      reject(
        new ConfigurationError(
          'port-unavailable',
          `PORT ${port} cannot be opened (${cause.message}): set PORT to a free one.`,
          { cause },
        ),
      );
    });
    server.listen(port, resolve);
  });
  // A TCP server's address is always an AddressInfo; only pipes have a string.
  const { port: opened } = server.address() as AddressInfo;
  return {
    port: opened,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
