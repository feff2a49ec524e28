import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigurationError } from '../errors.ts';

/** A running HTTP server. Whoever started it closes it. */
export type WebServer = { port: number; close(): Promise<void> };

/**
 * Serves what `listener` answers until it is closed; then requests under way are cut off. Port 0 takes any free one.
 * @throws ConfigurationError `port-unavailable`, naming PORT.
 */
export async function serveWeb(port: number, listener: RequestListener): Promise<WebServer> {
  const server = createServer(listener);
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
