import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ModelError } from '../errors.ts';
import type { Embedder, ModelIdentity } from './embedder.ts';
import { verifyModel } from './model-files.ts';
import type { WorkerReply } from './worker-messages.ts';

/** The instruction prefixes of the E5 family (Wang et al., "Multilingual E5 Text Embeddings", 2024). */
const e5Prefixes = { question: 'query: ', passage: 'passage: ' };
const noPrefixes = { question: '', passage: '' };

type Session = { embed(text: string): Promise<Float32Array>; close(): Promise<void> };
type Pending = { resolve: (vector: Float32Array) => void; reject: (error: Error) => void };

/**
 * Creates an Embedder for the model in `folder`. The model is loaded in a worker thread when first needed, so
 * that a command that embeds nothing does not wait for it; its files are verified at the same time.
 * The methods throw ModelError when the model is missing, altered or cannot be run.
 */
export function createEmbedder(folder: string): Embedder {
  let session: Session | null = null;
  let verified: Promise<ModelIdentity> | null = null;
  const prefixes = /e5/iu.test(basename(folder)) ? e5Prefixes : noPrefixes;

  const identity = (): Promise<ModelIdentity> => {
    verified ??= verifyModel(folder);
    return verified;
  };
  const embed = async (text: string): Promise<Float32Array> => {
    const verifying = identity();
    verifying.catch(() => undefined);
    session ??= startSession(folder);
    const vector = session.embed(text);
    // What a cut file does to the loader is not reported: the checksum has the clear sentence.
    vector.catch(() => undefined);
    await verifying;
    return vector;
  };
  return {
    identity,
    warmUp: async () => {
      await embed(prefixes.question);
    },
    embedQuestion: (text) => embed(prefixes.question + text),
    embedPassage: (text) => embed(prefixes.passage + text),
    close: async () => {
      await session?.close();
      session = null;
    },
  };
}

/** Starts the worker; requests that arrive while the model loads wait in the worker's queue of messages. */
function startSession(folder: string): Session {
  const worker = new Worker(new URL('./embedding-worker.js', import.meta.url), { workerData: { folder } });
  const pending = new Map<number, Pending>();
  let failure: ModelError | null = null;
  let lastId = 0;

  const fail = (error: ModelError): void => {
    failure ??= error;
    for (const request of pending.values()) request.reject(failure);
    pending.clear();
  };
  worker.on('message', (reply: WorkerReply) => {
    if (reply.type === 'failed') fail(new ModelError(reply.code, reply.message, { cause: reply.detail }));
    else if (reply.type !== 'ready') settle(pending, reply);
  });
  worker.on('error', (cause) => fail(stopped(cause)));
  worker.on('exit', () => fail(stopped()));

  return {
    embed: (text) =>
      new Promise((resolve, reject) => {
        if (failure !== null) return reject(failure);
        lastId += 1;
        pending.set(lastId, { resolve, reject });
        worker.postMessage({ id: lastId, text });
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}

function settle(pending: Map<number, Pending>, reply: Extract<WorkerReply, { id: number }>): void {
  const request = pending.get(reply.id);
  pending.delete(reply.id);
  if (reply.type === 'vector') request?.resolve(reply.vector);
  else request?.reject(new ModelError('embedding-failed', `A text could not be embedded: ${reply.message}`));
}

function stopped(cause?: unknown): ModelError {
  return new ModelError('model-stopped', 'The embedding model has stopped: start the command again.', {
    cause,
  });
}
