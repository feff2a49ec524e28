import { z } from 'zod';
import type { Embedding } from './embedder.ts';

/** What the embedding worker is started with. */
export const workerDataSchema = z.object({ folder: z.string(), projectionPath: z.string() });

/** What the embedding worker is sent: texts, and at last the wish that it may end. */
export const workerRequestSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('end') }),
  z.object({
    type: z.literal('text'),
    id: z.number().int(),
    prefix: z.string(),
    text: z.string(),
    listedCharacters: z.number().int().nonnegative(),
  }),
]);

/** What it sends back: `ready` or `failed` first, then one `embedding` or `error` a request. */
export type WorkerReply =
  | { type: 'ready'; projectionRevision: string | null }
  | { type: 'failed'; code: string; message: string; detail: string }
  | { type: 'embedding'; id: number; embedding: Embedding }
  | { type: 'error'; id: number; message: string };
