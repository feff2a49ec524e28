import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { ClausewiseError } from '../errors.ts';
import { loadTextEncoder } from './text-encoder.ts';
import type { WorkerReply } from './worker-messages.ts';
import { workerRequestSchema } from './worker-messages.ts';

/**
 * The thread in which the model runs, because inference blocks the event loop that runs it. It says `ready` or
 * `failed` once, then answers each request in the order of arrival.
 */
const port = parentPort;
if (port === null) throw new Error('This file is a worker; start it with createEmbedder.');
const { folder } = z.object({ folder: z.string() }).parse(workerData);

const send = (reply: WorkerReply): void => port.postMessage(reply);

try {
  const encoder = await loadTextEncoder(folder);
  let queue = Promise.resolve();
  port.on('message', (message: unknown) => {
    const { id, text } = workerRequestSchema.parse(message);
    queue = queue.then(async () => {
      try {
        send({ type: 'vector', id, vector: await encoder.encode(text) });
      } catch (error) {
        send({ type: 'error', id, message: String(error) });
      }
    });
  });
  send({ type: 'ready' });
} catch (error) {
  const isOurs = error instanceof ClausewiseError;
  send({
    type: 'failed',
    code: isOurs ? error.code : 'model-unusable',
    message: isOurs ? error.message : String(error),
    detail: error instanceof Error && error.cause !== undefined ? String(error.cause) : '',
  });
}
