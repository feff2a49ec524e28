import { randomUUID } from 'node:crypto';
import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { richText, type SlackMessage, sentenceMessage } from '../messages/slack-message.ts';
import { newReference } from '../new-reference.ts';
import { textsFor } from '../texts/texts-for.ts';
import { textsForText } from '../texts/texts-for-text.ts';
import { type AddressOfDelivery, addressOf, composeJob, isAsked, type JobDeps } from './compose-job.ts';
import type { Delivery } from './delivery.ts';
import type { StoredJob } from './job.ts';
import { PostError, remedyOf } from './post-error.ts';
import { postOnce } from './post-once.ts';
import { readBackFrom } from './read-back-from.ts';
import { sendPrivate } from './send-private.ts';
import { showWorking } from './show-working.ts';

/** Does jobs to their end, so that each is said once or reported as failed. */
export function createJobRunner(
  deps: JobDeps & { client: webApi.WebClient; logger: Logger },
): (stored: StoredJob) => Promise<void> {
  const { state, client, logger, now } = deps;

  async function compose(stored: StoredJob, log: Logger): Promise<Delivery | null> {
    try {
      return await composeJob(deps, stored);
    } catch (error) {
      const reference = newReference();
      log.error({ err: error, reference }, 'a question failed');
      return isAsked(stored.job) ? apology(addressOf(stored.job), stored.job.text, reference) : null;
    }
  }

  async function deliver(stored: StoredJob, delivery: Delivery): Promise<'done' | 'failed'> {
    if (delivery.to === 'person') return deliverPrivately(stored, delivery);
    const blockId = stored.blockId ?? randomUUID();
    state.jobs.beginPosting(stored.key, blockId);
    const post = { blockId, mayBeThere: stored.blockId !== null };
    const ts = await postOnce(client, delivery.place, delivery.message, post);
    delivery.onPosted?.(ts);
    return 'done';
  }

  /** What cannot be read back is not sent twice: its asker is told that it may be missing. */
  async function deliverPrivately(
    stored: StoredJob,
    delivery: Extract<Delivery, { to: 'person' }>,
  ): Promise<'done' | 'failed'> {
    const wasBegun = stored.blockId !== null;
    state.jobs.beginPosting(stored.key, stored.blockId ?? 'private');
    const outcome = wasBegun ? 'unsure' : await sendPrivate(delivery.responseUrl, delivery.message);
    if (outcome === 'sent') return 'done';
    if (outcome === 'expired') {
      await postToPerson(delivery.user, delivery.message);
      return 'done';
    }
    const reference = newReference();
    logger.warn({ job: stored.key, reference }, 'an answer to one person may be lost; the person is told');
    const unsure = sentenceMessage(textsFor(delivery.language)('unsure', { reference }));
    const second = await sendPrivate(delivery.responseUrl, unsure);
    if (second !== 'sent') await postToPerson(delivery.user, unsure);
    return 'failed';
  }

  async function postToPerson(user: string, message: SlackMessage): Promise<void> {
    const place = { channel: await deps.openDirect(user), threadTs: null, afterTs: readBackFrom(now()) };
    await postOnce(client, place, message, { blockId: randomUUID(), mayBeThere: false });
  }

  /** @returns whether the person got the answer in another place after all. */
  async function recover(delivery: Delivery, error: PostError, log: Logger): Promise<'done' | 'failed'> {
    const reference = newReference();
    const { failure, slackError } = error;
    if (failure === 'gone') {
      log.info({ slackError }, 'the question was deleted: nothing is answered');
      return 'done';
    }
    log.error(
      { err: error, reference, failure, ...(failure === 'refused' && { remedy: remedyOf(error) }) },
      'a message could not be posted',
    );
    if (failure === 'refused' || delivery.to !== 'conversation') return 'failed';
    const texts = textsFor(delivery.language);
    if (failure === 'unreachable' && !delivery.place.channel.startsWith('D')) {
      await postToPerson(
        delivery.user,
        elsewhere(delivery.place.channel, delivery.message, delivery.language),
      );
      return 'done';
    }
    const sentence = failure === 'unsure' ? texts('unsure', { reference }) : texts('failed', { reference });
    await postOnce(client, delivery.place, sentenceMessage(sentence), {
      blockId: randomUUID(),
      mayBeThere: false,
    });
    return 'failed';
  }

  return async (stored) => {
    const log = logger.child({ job: stored.key });
    const startedAt = now();
    const stopShowing = showWorking(client, stored, log);
    try {
      const delivery = await compose(stored, log);
      const end = delivery === null ? 'done' : await settle(delivery);
      state.jobs.end(stored.key, end);
      log.info({ end, tookMs: now() - startedAt, waitedMs: startedAt - stored.atMs }, 'a job ended');
    } catch (error) {
      // The database is full or gone, or the report itself failed: the log is all that is left.
      log.error({ err: error }, 'a job could not be ended');
      endQuietly(stored.key);
    } finally {
      stopShowing();
    }

    async function settle(delivery: Delivery): Promise<'done' | 'failed'> {
      try {
        return await deliver(stored, delivery);
      } catch (error) {
        if (error instanceof PostError) return recover(delivery, error, log);
        throw error;
      }
    }
  };

  function endQuietly(key: string): void {
    try {
      state.jobs.end(key, 'failed');
    } catch (error) {
      logger.error({ err: error, job: key }, 'the end of a job could not be written down');
    }
  }
}

function apology(address: AddressOfDelivery, text: string, reference: string): Delivery {
  const { texts, language } = textsForText(text);
  return { ...address, language, message: sentenceMessage(texts('failed', { reference })) };
}

/** The answer to somebody who asked where nobody can answer, with the reason first. */
function elsewhere(channel: string, { text, blocks }: SlackMessage, language: string): SlackMessage {
  const [before = '', after = ''] = textsFor(language)('cannotWrite', { channel: '\u0000' }).split('\u0000');
  const why = richText([
    {
      type: 'rich_text_section',
      elements: [
        { type: 'text', text: before },
        { type: 'channel', channel_id: channel },
        { type: 'text', text: after },
      ],
    },
  ]);
  return { text, blocks: [why, ...blocks] };
}
