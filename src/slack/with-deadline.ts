import { setTimeout as delay } from 'node:timers/promises';

/** The work did not end in time. It may still be running: whoever began it must end it. */
export class DeadlineError extends Error {}

/** Settles like `work`, or rejects with a `DeadlineError` naming `what` after `deadlineMs`. */
export async function withDeadline<T>(work: Promise<T>, deadlineMs: number, what: string): Promise<T> {
  const settled = new AbortController();
  const timeout = delay(deadlineMs, undefined, { signal: settled.signal }).then(() => {
    throw new DeadlineError(`Expected ${what} within ${deadlineMs} ms, got nothing`);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    settled.abort();
  }
}
