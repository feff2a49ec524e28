import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { textsForText } from '../texts/texts-for-text.ts';
import type { StoredJob } from './job.ts';

/** A faster answer needs no sign of work. */
const patienceMs = 1_000;

/**
 * Shows in the thread that the bot is at work when the answer is not there within a second; Slack takes the sign away
 * with the answer. @returns what ends it. See "assistant.threads.setStatus" in Slack's documentation.
 */
export function showWorking(client: webApi.WebClient, { job, atMs }: StoredJob, log: Logger): () => void {
  if (job.kind !== 'question' || job.threadTs === null || job.origin === 'thread') return () => undefined;
  const { channel, threadTs, text } = job;
  const show = () => {
    const status = textsForText(text).texts('working');
    client.assistant.threads
      .setStatus({ channel_id: channel, thread_ts: threadTs, status })
      .catch((error: unknown) => log.debug({ err: error }, 'the sign of work could not be shown'));
  };
  const timer = setTimeout(show, Math.max(0, patienceMs - (Date.now() - atMs)));
  return () => clearTimeout(timer);
}
