import { type Job, jobSchema, type StoredJob } from '../jobs/job.ts';
import type { StateDatabase } from './open-state-database.ts';

/** How a job ended: said; not said, which the log has; or declined because too much was waiting. */
export type JobEnd = 'done' | 'failed' | 'declined';

/** The jobs of the bot. What `add` returned true for is done once, whatever happens to the process. */
export type JobStore = {
  /**
   * Takes a job. False when any of its keys was taken before: Slack repeats deliveries, sometimes with a new
   * `event_id`, and sends a mention also as a message. The first key names the job.
   * @param lane jobs of one lane are done one after the other.
   */
  add(keys: readonly [string, ...string[]], lane: string, job: Job): boolean;
  /** Those that are neither done nor failed, oldest first. */
  unfinished(): StoredJob[];
  /** From now on a message with this block may be in Slack. */
  beginPosting(key: string, blockId: string): void;
  end(key: string, end: JobEnd): void;
};

type Row = { key: string; lane: string; payload: string; block_id: string | null; at: number };

/** @param now epoch milliseconds. */
export function createJobStore(database: StateDatabase, now: () => number): JobStore {
  const insertSeen = database.prepare('INSERT OR IGNORE INTO slack_seen (key, at) VALUES (?, ?)');
  const insertJob = database.prepare(
    "INSERT OR IGNORE INTO slack_job (key, lane, payload, state, at) VALUES (?, ?, ?, 'waiting', ?)",
  );
  const selectUnfinished = database.prepare<[], Row>(
    "SELECT key, lane, payload, block_id, at FROM slack_job WHERE state IN ('waiting', 'posting') ORDER BY id",
  );
  const updatePosting = database.prepare(
    "UPDATE slack_job SET state = 'posting', block_id = ? WHERE key = ?",
  );
  const updateEnd = database.prepare('UPDATE slack_job SET state = ?, ended_at = ? WHERE key = ?');

  const add = database.transaction(
    (keys: readonly [string, ...string[]], lane: string, job: Job): boolean => {
      // All keys are written even when one is known, so that the others are known from now on.
      const added = keys.map((key) => insertSeen.run(key, now()).changes === 1);
      if (!added.every(Boolean)) return false;
      return insertJob.run(keys[0], lane, JSON.stringify(job), now()).changes === 1;
    },
  );

  return {
    // Immediate: two processes on one file must not both read before either writes.
    add: (keys, lane, job) => add.immediate(keys, lane, job),
    unfinished: () =>
      selectUnfinished.all().map(({ key, lane, payload, block_id: blockId, at }) => ({
        key,
        lane,
        job: jobSchema.parse(JSON.parse(payload)),
        blockId,
        atMs: at,
      })),
    beginPosting: (key, blockId) => {
      updatePosting.run(blockId, key);
    },
    end: (key, end) => {
      updateEnd.run(end, now(), key);
    },
  };
}
