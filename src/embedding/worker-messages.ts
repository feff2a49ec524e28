import { z } from 'zod';
import type { Embedding } from './embedder.ts';

/** What the embedding worker is started with. */
export const workerDataSchema = z.object({ folder: z.string(), projectionPath: z.string() });

/** What the embedding worker is sent. */
export const workerRequestSchema = z.object({
  id: z.number().int(),
  prefix: z.string(),
  text: z.string(),
  listedCharacters: z.number().int().nonnegative(),
});

/** What it sends back: `ready` or `failed` first, then one `embedding` or `error` a request. */
export type WorkerReply =
  | { type: 'ready'; projectionRevision: string | null }
  | { type: 'failed'; code: string; message: string; detail: string }
  | { type: 'embedding'; id: number; embedding: Embedding }
  | { type: 'error'; id: number; message: string };
