import { parentPort, workerData } from 'node:worker_threads';
import { ClausewiseError } from '../errors.ts';
import { loadTextEncoder } from './text-encoder.ts';
import { type WorkerReply, workerDataSchema, workerRequestSchema } from './worker-messages.ts';

/**
 * The thread in which the model runs, because inference blocks the event loop that runs it. It says `ready` or
 * `failed` once, then answers each request in the order of arrival.
 */
const port = parentPort;
if (port === null) throw new Error('This file is a worker; start it with createEmbedder.');
const { folder, projectionPath } = workerDataSchema.parse(workerData);

const send = (reply: WorkerReply): void => port.postMessage(reply);

try {
  const encoder = await loadTextEncoder(folder, projectionPath);
  let queue = Promise.resolve();
  port.on('message', (message: unknown) => {
    const { id, prefix, text, listedCharacters } = workerRequestSchema.parse(message);
    queue = queue.then(async () => {
      try {
        send({ type: 'embedding', id, embedding: await encoder.encode(prefix, text, listedCharacters) });
      } catch (error) {
        send({ type: 'error', id, message: String(error) });
      }
    });
  });
  send({ type: 'ready', projectionRevision: encoder.projectionRevision });
} catch (error) {
  const isOurs = error instanceof ClausewiseError;
  send({
    type: 'failed',
    code: isOurs ? error.code : 'model-unusable',
    message: isOurs ? error.message : String(error),
    detail: error instanceof Error && error.cause !== undefined ? String(error.cause) : '',
  });
}
