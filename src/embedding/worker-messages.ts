import { z } from 'zod';

/** What the embedding worker is sent. */
export const workerRequestSchema = z.object({ id: z.number().int(), text: z.string() });

/** What it sends back: `ready` or `failed` first, then one `vector` or `error` a request. */
export type WorkerReply =
  | { type: 'ready' }
  | { type: 'failed'; code: string; message: string; detail: string }
  | { type: 'vector'; id: number; vector: Float32Array }
  | { type: 'error'; id: number; message: string };
