import { setTimeout as delay } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createJobQueue } from '../../../src/slack/jobs/create-job-queue.ts';
import type { StoredJob } from '../../../src/slack/jobs/job.ts';

function job(key: string, lane: string): StoredJob {
  return { key, lane, job: { kind: 'consulted', answerId: key }, blockId: null, atMs: 0 };
}

describe('createJobQueue', () => {
  it('does every job once, those of a lane one after the other in their order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 30 }), async (lanes) => {
        const done: string[] = [];
        const atWork = new Set<string>();
        const queue = createJobQueue(async ({ key, lane }) => {
          expect(atWork.has(lane)).toBe(false);
          atWork.add(lane);
          await delay(0);
          atWork.delete(lane);
          done.push(`${lane}:${key}`);
        });
        lanes.forEach((lane, index) => {
          queue.push(job(String(index), lane));
        });
        expect(queue.size()).toBe(lanes.length);
        while (queue.size() > 0) await delay(1);
        for (const lane of ['a', 'b', 'c']) {
          const expected = lanes.flatMap((one, index) => (one === lane ? [`${lane}:${index}`] : []));
          expect(done.filter((entry) => entry.startsWith(`${lane}:`))).toEqual(expected);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('lets no lane hold up another', async () => {
    const done: string[] = [];
    const queue = createJobQueue(async ({ key, lane }) => {
      await delay(lane === 'slow' ? 200 : 1);
      done.push(key);
    });
    for (const key of ['1', '2']) queue.push(job(key, 'slow'));
    for (const key of ['3', '4', '5']) queue.push(job(key, 'fast'));
    await delay(100);
    expect(done).toEqual(['3', '4', '5']);
    await queue.drain(1_000);
  });

  it('finishes what is at work when it is drained, begins nothing more, and tells what is left', async () => {
    const done: string[] = [];
    const queue = createJobQueue(async ({ key }) => {
      await delay(20);
      done.push(key);
    });
    for (const key of ['1', '2', '3']) queue.push(job(key, 'a'));
    expect(await queue.drain(1_000)).toBe(2);
    queue.push(job('4', 'b'));
    await delay(60);
    expect(done).toEqual(['1']);
  });

  it('does not wait for a job longer than the deadline', async () => {
    const queue = createJobQueue(() => delay(2_000));
    queue.push(job('1', 'a'));
    const startedAt = Date.now();
    expect(await queue.drain(50)).toBe(1);
    expect(Date.now() - startedAt).toBeLessThan(1_000);
  });
});
