import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** One server on 127.0.0.1 for the Web API, the response addresses and the web sockets. */
export async function startServer(options: {
  api: Handle;
  responses: Handle;
  upgrade: (request: IncomingMessage, stream: Duplex, head: Buffer) => void;
  violations: string[];
}): Promise<{ port: number; stop: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const handle = request.url?.startsWith('/response/') === true ? options.responses : options.api;
    handle(request, response).catch((error: unknown) => {
      options.violations.push(`the fake failed: ${String(error)}`);
      response.destroy();
    });
  });
  server.on('upgrade', options.upgrade);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    // A server that listens on a port has an AddressInfo; the type also covers pipes.
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
