import { webApi } from '@slack/bolt';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postOnce } from '../../../src/slack/jobs/post-once.ts';
import { sentenceMessage } from '../../../src/slack/messages/slack-message.ts';
import { type FakeSlack, startFakeSlack } from '../../fakes/fake-slack.ts';

let slack: FakeSlack;
let client: webApi.WebClient;
let serial = 0;

beforeAll(async () => {
  slack = await startFakeSlack();
  client = new webApi.WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: webApi.LogLevel.ERROR,
  });
});

afterAll(() => slack.stop());

const fault = fc.constantFrom(
  { status: 500, posts: true },
  { status: 500, posts: false },
  { lost: true },
  { lost: true, posts: false },
  { error: 'internal_error' },
  { error: 'invalid_blocks' },
  { error: 'not_in_channel' },
);

/** Runs with two faults at most: each costs half a second or more. */
describe('postOnce', () => {
  it('posts once or says why not, whatever goes wrong with the calls', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { maxLength: 2 }), fc.boolean(), async (faults, isThread) => {
        serial += 1;
        const channel = `C0POST${serial}`;
        const root = slack.say({ channel, text: 'root' });
        for (const one of faults) slack.failNext('chat.postMessage', one);
        const outcome = await postOnce(
          client,
          { channel, threadTs: isThread ? root.ts : null, afterTs: root.ts },
          sentenceMessage('hello'),
          { blockId: `block-${serial}`, mayBeThere: false },
        ).then(
          (ts) => ts,
          (error: unknown) => error,
        );
        slack.clearFaults();
        const posted = slack.replies(channel);
        expect(posted.length).toBeLessThanOrEqual(1);
        if (typeof outcome === 'string') expect(posted.map(({ ts }) => ts)).toEqual([outcome]);
        else expect(outcome).toMatchObject({ failure: expect.stringMatching(/invalid|unreachable/u) });
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it('finds what an earlier process posted, and posts what it did not', async () => {
    const channel = 'C0EARLIER';
    const root = slack.say({ channel, text: 'root' });
    const place = { channel, threadTs: root.ts, afterTs: root.ts };
    const again = () =>
      postOnce(client, place, sentenceMessage('hello'), { blockId: 'earlier', mayBeThere: true });
    const ts = await again();
    expect(await again()).toBe(ts);
    expect(slack.replies(channel)).toHaveLength(1);
  });

  it('sends nothing a second time when the conversation cannot be read', async () => {
    const channel = 'C0BLIND';
    const root = slack.say({ channel, text: 'root' });
    slack.failNext('chat.postMessage', { lost: true });
    slack.failNext('conversations.replies', { error: 'missing_scope' });
    const place = { channel, threadTs: root.ts, afterTs: root.ts };
    await expect(
      postOnce(client, place, sentenceMessage('hello'), { blockId: 'blind', mayBeThere: false }),
    ).rejects.toMatchObject({ failure: 'unsure' });
    expect(slack.replies(channel)).toHaveLength(1);
  });
});
