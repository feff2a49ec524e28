import { basename, dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ModelError } from '../errors.ts';
import type { Embedder, Embedding, ModelIdentity } from './embedder.ts';
import { verifyModel } from './model-files.ts';
import type { WorkerReply } from './worker-messages.ts';

/** The instruction prefixes of the E5 family (Wang et al., "Multilingual E5 Text Embeddings", 2024). */
const e5Prefixes = { question: 'query: ', passage: 'passage: ' };
const noPrefixes = { question: '', passage: '' };

type Session = {
  embed(prefix: string, text: string, listedCharacters: number): Promise<Embedding>;
  close(): Promise<void>;
};
type Pending = {
  settled: Promise<Embedding>;
  resolve: (embedding: Embedding) => void;
  reject: (error: Error) => void;
};

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
  const embed = async (prefix: string, text: string, listedCharacters = text.length): Promise<Embedding> => {
    const verifying = identity();
    verifying.catch(() => undefined);
    session ??= startSession(folder, verifying);
    const embedding = session.embed(prefix, text, listedCharacters);
    // What a cut file does to the loader is not reported: the checksum has the clear sentence.
    embedding.catch(() => undefined);
    await verifying;
    return embedding;
  };
  return {
    identity,
    warmUp: async () => {
      await embed(prefixes.question, '');
    },
    embedQuestion: (text) => embed(prefixes.question, text),
    embedPassage: (text, listedCharacters) => embed(prefixes.passage, text, listedCharacters),
    close: async () => {
      await session?.close();
      session = null;
    },
  };
}

/**
 * Starts the worker; the token projection of a model stands beside its folder, in token-projections/. Requests
 * that arrive while the model loads wait in the worker's queue of messages.
 */
function startSession(folder: string, identity: Promise<ModelIdentity>): Session {
  const projectionPath = join(dirname(folder), 'token-projections', `${basename(folder)}.bin`);
  const worker = new Worker(new URL('./embedding-worker.js', import.meta.url), {
    workerData: { folder, projectionPath },
  });
  const pending = new Map<number, Pending>();
  let failure: ModelError | null = null;
  let lastId = 0;
  let projectionRevision: string | null = null;

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
    else if (reply.type === 'ready') {
      projectionRevision = reply.projectionRevision;
      settleLoading();
    } else settle(pending, reply);
  });
  worker.on('error', (cause) => fail(stopped(cause)));
  worker.on('exit', () => fail(stopped()));

  return {
    embed: async (prefix, text, listedCharacters) => {
      if (failure !== null) throw failure;
      lastId += 1;
      const request = createPending();
      pending.set(lastId, request);
      worker.postMessage({ id: lastId, prefix, text, listedCharacters });
      const embedding = await request.settled;
      // A projection that was made for other weights would only add noise.
      const { revision } = await identity;
      return projectionRevision === revision ? embedding : { ...embedding, tokens: null };
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
  const settled = new Promise<Embedding>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { settled, resolve, reject };
}

function settle(pending: Map<number, Pending>, reply: Extract<WorkerReply, { id: number }>): void {
  const request = pending.get(reply.id);
  pending.delete(reply.id);
  if (reply.type === 'embedding') request?.resolve(reply.embedding);
  else request?.reject(new ModelError('embedding-failed', `A text could not be embedded: ${reply.message}`));
}

function stopped(cause?: unknown): ModelError {
  return new ModelError('model-stopped', 'The embedding model has stopped: start the command again.', {
    cause,
  });
}
