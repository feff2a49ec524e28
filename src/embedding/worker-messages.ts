import { z } from 'zod';
import type { HiddenStates } from './hidden-states.ts';

/** What the model's thread is started with. */
export const workerDataSchema = z.object({ folder: z.string() });

/** What it is sent: the tokens of one text. */
export const workerRequestSchema = z.object({
  id: z.number().int(),
  ids: z.array(z.number().int().nonnegative()),
});

/** What it sends back: `ready` or `failed` first, then one `states` or `error` a request. */
export type WorkerReply =
  | { type: 'ready' }
  | { type: 'failed'; code: string; message: string; detail: string }
  | { type: 'states'; id: number; states: HiddenStates }
  | { type: 'error'; id: number; message: string };
