import { Worker } from 'node:worker_threads';
import { ModelError } from '../errors.ts';
import type { HiddenStates } from './hidden-states.ts';
import type { RunModel } from './load-model.ts';
import type { WorkerReply } from './worker-messages.ts';

/** The model in its thread. Whoever starts it closes it. */
export type ModelThread = { run: RunModel; close(): Promise<void> };

type Pending = {
  settled: Promise<HiddenStates>;
  resolve: (states: HiddenStates) => void;
  reject: (error: Error) => void;
};

/**
 * Starts the thread of the model in `folder`. Requests that arrive while the model loads wait in its queue of
 * messages. `run` throws ModelError when the model cannot be loaded or has stopped.
 */
export function startModelThread(folder: string): ModelThread {
  const worker = new Worker(new URL('./model-worker.js', import.meta.url), { workerData: { folder } });
  const pending = new Map<number, Pending>();
  let failure: ModelError | null = null;
  let lastId = 0;

  let settleLoading = (): void => undefined;
  const loading = new Promise<void>((resolve) => {
    settleLoading = resolve;
  });
  const fail = (error: ModelError): void => {
    settleLoading();
    failure ??= error;
    for (const request of pending.values()) request.reject(failure);
    pending.clear();
  };
  worker.on('message', (reply: WorkerReply) => {
    if (reply.type === 'failed') fail(new ModelError(reply.code, reply.message, { cause: reply.detail }));
    else if (reply.type === 'ready') settleLoading();
    else settle(pending, reply);
  });
  worker.on('error', (cause) => fail(stopped(cause)));
  worker.on('exit', () => fail(stopped()));

  return {
    run: async (ids) => {
      if (failure !== null) throw failure;
      lastId += 1;
      const request = createPending();
      pending.set(lastId, request);
      worker.postMessage({ id: lastId, ids });
      return request.settled;
    },
    close: async () => {
      // A thread that is ended while ONNX Runtime is at work takes the whole process with it.
      await loading;
      await Promise.allSettled([...pending.values()].map(({ settled }) => settled));
      await worker.terminate();
    },
  };
}

function createPending(): Pending {
  let resolve: Pending['resolve'] = () => undefined;
  let reject: Pending['reject'] = () => undefined;
  const settled = new Promise<HiddenStates>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { settled, resolve, reject };
}

function settle(pending: Map<number, Pending>, reply: Extract<WorkerReply, { id: number }>): void {
  const request = pending.get(reply.id);
  pending.delete(reply.id);
  if (reply.type === 'states') request?.resolve(reply.states);
  else request?.reject(new ModelError('embedding-failed', `A text could not be embedded: ${reply.message}`));
}

function stopped(cause?: unknown): ModelError {
  return new ModelError('model-stopped', 'The embedding model has stopped: start the command again.', {
    cause,
  });
}
