import type { webApi } from '@slack/bolt';
import { cleanQuestion } from '../events/clean-question.ts';
import { answerMessage } from '../messages/answer-message.ts';
import {
  consultationMessage,
  consultedMessage,
  person,
  relayMessage,
  resolvedMessage,
} from '../messages/consultation-messages.ts';
import { richText } from '../messages/slack-message.ts';
import type { Consultation } from '../state/consultation-store.ts';
import type { SlackState } from '../state/open-slack-state.ts';
import { textsFor } from '../texts/texts-for.ts';
import type { Delivery } from './delivery.ts';
import type { JobOf, StoredJob } from './job.ts';
import { readBackFrom } from './read-back-from.ts';

export type ConsultDeps = {
  state: SlackState;
  client: webApi.WebClient;
  botUserId: string;
  expertsChannel: string | undefined;
  /** The direct conversation with a person. */
  openDirect: (user: string) => Promise<string>;
  /** Takes the job that follows from one. */
  enqueue: (key: string, lane: string, job: JobOf<'consulted'>) => void;
};

type ConsultJob = JobOf<'share' | 'consult' | 'consulted' | 'relay' | 'resolved'>;

/** What the jobs around a given answer come to; null when the answer is no longer kept. */
export async function composeConsultation(
  deps: ConsultDeps,
  { atMs }: StoredJob,
  job: ConsultJob,
): Promise<Delivery | null> {
  const afterTs = readBackFrom(atMs);
  if (job.kind === 'share') return shareDelivery(deps, job, afterTs);
  if (job.kind === 'consult') return consultDelivery(deps, job, afterTs);
  const given = deps.state.answers.get(job.answerId);
  const consultation = deps.state.consultations.get(job.answerId);
  if (given === null || consultation === null) return null;
  const { language } = given.answer;
  const texts = textsFor(language);
  const { channel, threadTs, asker } = consultation;
  const back = { to: 'conversation' as const, user: asker, language, place: { channel, threadTs, afterTs } };
  if (job.kind === 'consulted') {
    const message = consultedMessage(await expertLink(deps, consultation), texts);
    return { ...back, message };
  }
  if (job.kind === 'resolved') return { ...back, message: resolvedMessage(job.user, texts) };
  const words = cleanQuestion(job.text, deps.botUserId);
  return {
    ...back,
    message: relayMessage(job.user, words, texts),
    onPosted: () => deps.state.consultations.markAnswered(job.answerId),
  };
}

function shareDelivery({ state }: ConsultDeps, job: JobOf<'share'>, afterTs: string): Delivery | null {
  const given = state.answers.get(job.answerId);
  if (given === null) return null;
  const { language } = given.answer;
  const { text, blocks } = answerMessage(given.answer, {
    answerId: job.answerId,
    isPrivate: false,
    hasExperts: false,
  });
  const by = richText([
    {
      type: 'rich_text_section',
      elements: [{ type: 'text', text: textsFor(language)('sharedBy') }, person(job.user)],
    },
  ]);
  return {
    to: 'conversation',
    user: job.user,
    language,
    place: { channel: job.channel, threadTs: null, afterTs },
    message: { text, blocks: [...blocks, by] },
  };
}

async function consultDelivery(
  deps: ConsultDeps,
  { answerId }: JobOf<'consult'>,
  afterTs: string,
): Promise<Delivery | null> {
  const { state, expertsChannel } = deps;
  const given = state.answers.get(answerId);
  if (given === null || expertsChannel === undefined) return null;
  // What only the asker saw goes on in the direct conversation.
  const channel = given.isPrivate ? await deps.openDirect(given.user) : given.channel;
  const threadTs = given.isPrivate ? null : given.threadTs;
  const link = threadTs === null || channel.startsWith('D') ? null : await linkOf(deps, channel, threadTs);
  const consultation = { answerId, asker: given.user, channel, threadTs, expertChannel: expertsChannel };
  return {
    to: 'conversation',
    user: given.user,
    language: given.answer.language,
    place: { channel: expertsChannel, threadTs: null, afterTs },
    message: consultationMessage(given.answer, { asker: given.user, answerId, link }),
    onPosted: (expertTs) => {
      state.consultations.put({ ...consultation, expertTs });
      deps.enqueue(`consulted:${answerId}`, channel, { kind: 'consulted', answerId });
    },
  };
}

function expertLink(deps: ConsultDeps, { expertChannel, expertTs }: Consultation): Promise<string | null> {
  return expertTs === null ? Promise.resolve(null) : linkOf(deps, expertChannel, expertTs);
}

/** A link is a courtesy: where there is none the message goes without. */
async function linkOf({ client }: ConsultDeps, channel: string, ts: string): Promise<string | null> {
  const found = await client.chat.getPermalink({ channel, message_ts: ts }).catch(() => undefined);
  return found?.permalink ?? null;
}
