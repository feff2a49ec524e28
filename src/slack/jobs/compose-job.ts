import { cleanQuestion } from '../events/clean-question.ts';
import { sentenceMessage } from '../messages/slack-message.ts';
import { displayText } from '../messages/slack-text.ts';
import { textsForText } from '../texts/texts-for-text.ts';
import { type ComposeDeps, composeAnswer } from './compose-answer.ts';
import { type ConsultDeps, composeConsultation } from './compose-consultation.ts';
import type { Delivery } from './delivery.ts';
import type { Job, JobOf, StoredJob } from './job.ts';

const shownQuestionLength = 500;

export type JobDeps = ComposeDeps & ConsultDeps & { answerWithinMs: number };

/** What a job comes to, or null when nothing is to be said any more. */
export async function composeJob(deps: JobDeps, stored: StoredJob): Promise<Delivery | null> {
  const { job } = stored;
  if (job.kind !== 'question' && job.kind !== 'private') return composeConsultation(deps, stored, job);
  const addressed = addressOf(job);
  const isUnaddressed = job.kind === 'question' && job.origin === 'thread';
  if (deps.now() - stored.atMs > deps.answerWithinMs) {
    return isUnaddressed ? null : { ...addressed, ...late(deps, job) };
  }
  const composed = await composeAnswer(deps, {
    jobKey: stored.key,
    channel: job.channel,
    threadTs: job.kind === 'question' ? job.threadTs : null,
    user: job.user,
    text: job.text,
    isPrivate: job.kind === 'private',
    isUnaddressed,
  });
  return composed === null ? null : { ...addressed, ...composed };
}

/** Where what is said about a job goes, even when composing failed. */
export function addressOf(job: JobOf<'question' | 'private'>): AddressOfDelivery {
  const { user, channel } = job;
  if (job.kind === 'private') return { to: 'person', user, channel, responseUrl: job.responseUrl };
  return { to: 'conversation', user, place: { channel, threadTs: job.threadTs, afterTs: job.ts } };
}

export type AddressOfDelivery = Delivery extends infer D
  ? D extends Delivery
    ? Omit<D, 'message' | 'language' | 'onPosted'>
    : never
  : never;

export function isAsked(job: Job): job is JobOf<'question' | 'private'> {
  return job.kind === 'question' || job.kind === 'private';
}

function late(
  { botUserId }: JobDeps,
  { text }: JobOf<'question' | 'private'>,
): Pick<Delivery, 'message' | 'language'> {
  const question = displayText(cleanQuestion(text, botUserId), shownQuestionLength);
  const { texts, language } = textsForText(text);
  return { message: sentenceMessage(texts('late', { question })), language };
}
