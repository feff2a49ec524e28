import { parentPort, workerData } from 'node:worker_threads';
import { ClausewiseError } from '../errors.ts';
import type { HiddenStates } from './hidden-states.ts';
import { loadModel } from './load-model.ts';
import { type WorkerReply, workerDataSchema, workerRequestSchema } from './worker-messages.ts';

/**
 * The thread in which the model runs, because inference blocks the event loop that runs it. It says `ready` or
 * `failed` once, then answers each request in the order of arrival.
 */
const port = parentPort;
if (port === null) throw new Error('This file is a worker; start it with startModelThread.');
const { folder } = workerDataSchema.parse(workerData);

const send = (reply: WorkerReply): void => port.postMessage(reply);

/** The states go over without a copy where the model gave them a buffer of their own. */
const sendStates = (id: number, states: HiddenStates): void => {
  const { buffer, byteLength } = states.data;
  const isWhole = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
  port.postMessage({ type: 'states', id, states } satisfies WorkerReply, isWhole ? [buffer] : []);
};

try {
  const run = await loadModel(folder);
  // The first run is the slow one.
  await run([0, 1]);
  let queue = Promise.resolve();
  port.on('message', (message: unknown) => {
    const { id, ids } = workerRequestSchema.parse(message);
    queue = queue.then(async () => {
      try {
        sendStates(id, await run(ids));
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
