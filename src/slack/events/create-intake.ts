import type { Logger } from 'pino';
import type { FollowUps } from '../../config.ts';
import type { JobQueue } from '../jobs/create-job-queue.ts';
import type { Job } from '../jobs/job.ts';
import type { SlackState } from '../state/open-slack-state.ts';
import type { TextKey } from '../texts/en.ts';
import { eventType, type PersonMessage, readMessage } from './read-message.ts';

/** Writes down what is to be done, before Slack is told that it arrived. */
export type Intake = {
  /**
   * Looks at the body of an event. What wants an answer is in the database when this returns, once however often it
   * is delivered, and the work has begun.
   * @throws what the database throws: the event must then not be acknowledged, so that it comes again.
   */
  takeEvent(body: unknown): void;
  /** Takes a job that a person set off, unless it was taken before (`known`) or too much is waiting (`busy`). */
  take(key: string, lane: string, job: Job): 'taken' | 'known' | 'busy';
};

export function createIntake(deps: {
  state: SlackState;
  queue: JobQueue;
  queueLimit: number;
  followUps: FollowUps;
  expertsChannel: string | undefined;
  botUserId: string;
  now: () => number;
  /** Tells one person a sentence in a channel; never rejects. */
  tell: (message: PersonMessage, key: Extract<TextKey, 'busy' | 'channelOff'>) => void;
  logger: Logger;
}): Intake {
  const { state, queue, logger } = deps;

  function takeMessage(message: PersonMessage): void {
    const job = jobOf(message);
    if (job === null) return;
    const keys = keysOf(message);
    if (!state.jobs.add(keys, message.channel, job)) {
      logger.info({ key: keys[0] }, 'a repeated delivery was dropped');
      return;
    }
    const isOff = message.place === 'channel' && followUpsOf(message.channel) === 'off';
    if (job.kind === 'question' && (isOff || queue.size() >= deps.queueLimit)) {
      state.jobs.end(keys[0], 'declined');
      deps.tell(message, isOff ? 'channelOff' : 'busy');
    } else begin(keys[0], message.channel, job);
  }

  function begin(key: string, lane: string, job: Job): void {
    queue.push({ key, lane, job, blockId: null, atMs: deps.now() });
  }

  function jobOf(message: PersonMessage): Job | null {
    const { channel, ts, threadTs, user, text } = message;
    const question = { kind: 'question' as const, channel, ts, user, text };
    if (message.place === 'direct') return { ...question, origin: 'direct', threadTs };
    if (message.isMention) return { ...question, origin: 'mention', threadTs: threadTs ?? ts };
    if (threadTs === null || text.trim() === '') return null;
    const consultation =
      channel === deps.expertsChannel ? state.consultations.inThread(channel, threadTs) : null;
    if (consultation !== null) return { kind: 'relay', answerId: consultation.answerId, user, text };
    const isFollowed =
      !message.isForSomebodyElse &&
      followUpsOf(channel) === 'thread' &&
      state.conversations.isKnown({ channel, thread: threadTs });
    return isFollowed ? { ...question, origin: 'thread', threadTs } : null;
  }

  function followUpsOf(channel: string): FollowUps {
    return state.channels.followUpsIn(channel) ?? deps.followUps;
  }

  return {
    takeEvent: (body) => {
      const type = eventType(body);
      const message = readMessage(body, deps.botUserId);
      if (type !== null) state.channels.noteEvent(kindOf(type, message));
      if (message !== null) takeMessage(message);
    },
    take: (key, lane, job) => {
      if (isNew(job) && queue.size() >= deps.queueLimit) return 'busy';
      if (!state.jobs.add([key], lane, job)) return 'known';
      begin(key, lane, job);
      return 'taken';
    },
  };
}

/** What follows from something that was done is not turned away. */
function isNew({ kind }: Job): boolean {
  return kind === 'private' || kind === 'share' || kind === 'consult';
}

/** A message is known by its place, whichever event brings it; an event by its id. */
function keysOf({ channel, ts, eventId }: PersonMessage): [string, ...string[]] {
  const message = `message:${channel}:${ts}`;
  return eventId === '' ? [message] : [message, `event:${eventId}`];
}

/** As subscriptions are called: message.im, message.channels, message.groups. */
function kindOf(type: string, message: PersonMessage | null): string {
  if (type !== 'message' || message === null) return type;
  if (message.place === 'direct') return 'message.im';
  return message.channel.startsWith('G') ? 'message.groups' : 'message.channels';
}
