import { setTimeout as delay } from 'node:timers/promises';
import type { StoredJob } from './job.ts';

/** Lanes that may be at work at the same time; most of them wait for Slack. */
const mostLanes = 128;

/**
 * The jobs that wait, in memory; what they are is kept in the database. The jobs of one lane (a channel) are done one
 * after the other, the lanes take turns: a channel that asks much, or that Slack slows down, holds up no other.
 */
export type JobQueue = {
  push(job: StoredJob): void;
  /** Jobs that wait or are at work. */
  size(): number;
  /**
   * Begins no more jobs and waits until those at work have ended, at most `deadlineMs`; returns how many jobs are
   * left. They are in the database still.
   */
  drain(deadlineMs: number): Promise<number>;
};

/** @param run does one job to its end; never rejects. */
export function createJobQueue(run: (job: StoredJob) => Promise<void>): JobQueue {
  const waiting = new Map<string, StoredJob[]>();
  const atWork = new Map<string, Promise<void>>();
  let isStopped = false;

  function next(): void {
    while (!isStopped && atWork.size < mostLanes) {
      const lane = [...waiting.keys()].find((name) => !atWork.has(name));
      if (lane === undefined) return;
      begin(lane);
    }
  }

  function begin(lane: string): void {
    const [job, ...others] = waiting.get(lane) ?? [];
    // The lane goes to the end of the line.
    waiting.delete(lane);
    if (others.length > 0) waiting.set(lane, others);
    if (job === undefined) return;
    const work = run(job).finally(() => {
      atWork.delete(lane);
      next();
    });
    atWork.set(lane, work);
  }

  function size(): number {
    return atWork.size + [...waiting.values()].reduce((sum, jobs) => sum + jobs.length, 0);
  }

  return {
    push: (job) => {
      waiting.set(job.lane, [...(waiting.get(job.lane) ?? []), job]);
      next();
    },
    size,
    drain: async (deadlineMs) => {
      isStopped = true;
      const deadline = new AbortController();
      const timeout = delay(deadlineMs, undefined, { signal: deadline.signal }).catch(() => undefined);
      await Promise.race([Promise.all(atWork.values()), timeout]);
      deadline.abort();
      return size();
    },
  };
}
