import { z } from 'zod';

const threadTs = z.string().nullable();

/**
 * What the bot has to say once, as it is kept until it is said. `ts` values are Slack's; a `threadTs` of null is the
 * open end of a direct message.
 */
export const jobSchema = z.discriminatedUnion('kind', [
  /** A question to be answered where it was written. `text` is as Slack sent it. */
  z.object({
    kind: z.literal('question'),
    origin: z.enum(['mention', 'direct', 'thread']),
    channel: z.string(),
    ts: z.string(),
    threadTs,
    user: z.string(),
    text: z.string(),
  }),
  /** A question by command or shortcut, answered to its asker only. */
  z.object({
    kind: z.literal('private'),
    channel: z.string(),
    user: z.string(),
    text: z.string(),
    responseUrl: z.string(),
  }),
  /** An answer that only its asker has seen goes to the channel. */
  z.object({ kind: z.literal('share'), answerId: z.string(), channel: z.string(), user: z.string() }),
  /** A question that the documents do not answer goes to the experts. */
  z.object({ kind: z.literal('consult'), answerId: z.string() }),
  /** The asker is told that the experts were asked. */
  z.object({ kind: z.literal('consulted'), answerId: z.string() }),
  /** An expert's words are carried back to the question. */
  z.object({ kind: z.literal('relay'), answerId: z.string(), user: z.string(), text: z.string() }),
  z.object({ kind: z.literal('resolved'), answerId: z.string(), user: z.string() }),
]);

export type Job = z.infer<typeof jobSchema>;
export type JobOf<Kind extends Job['kind']> = Extract<Job, { kind: Kind }>;

/** A job as it is kept. What has a `blockId` may have been posted by a process that ended meanwhile. */
export type StoredJob = { key: string; lane: string; job: Job; blockId: string | null; atMs: number };
