import { describe, expect, it } from 'vitest';
import { serveWeb } from '../../src/web/serve-web.ts';

describe('serveWeb', () => {
  it('serves on a free port until it is closed, and cuts off what is under way', async () => {
    const server = await serveWeb(0, ({ url }, response) => {
      if (url === '/quick') response.end('here');
    });
    const root = `http://127.0.0.1:${server.port}`;
    expect(await (await fetch(`${root}/quick`)).text()).toBe('here');
    const waiting = expect(fetch(`${root}/never`)).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await server.close();
    await waiting;
    await expect(fetch(`${root}/quick`)).rejects.toThrow();
  });

  it('says which port cannot be opened', async () => {
    const server = await serveWeb(0, () => undefined);
    await expect(serveWeb(server.port, () => undefined)).rejects.toMatchObject({
      code: 'port-unavailable',
      message: expect.stringContaining(`PORT ${server.port}`),
    });
    await server.close();
  });
});
