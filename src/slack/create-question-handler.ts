import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { AnswerQuestion } from '../answer/answer.ts';
import { answerBlocks } from './answer-blocks.ts';
import { cleanQuestion } from './clean-question.ts';
import { phrasesForText } from './phrases.ts';
import { type Place, postOnce } from './post-once.ts';
import { type SlackMessage, sentenceMessage } from './slack-message.ts';
import type { SlackState } from './slack-state.ts';

/** Longest question that is answered, in UTF-16 units after cleaning. */
const maxQuestionLength = 2_000;
const maxHistory = 5;
/** A thread is one conversation however slow; the open end of a DM is one only for so long. */
const directMessageHistoryMs = 3_600_000;

/** A message of a person that wants an answer. `text` is as Slack sent it; `ts` values are Slack's. */
export type IncomingQuestion = {
  eventId: string;
  channel: string;
  ts: string;
  /** The thread the answer belongs to; undefined for the open end of a direct message. */
  threadTs: string | undefined;
  text: string;
  botUserId: string;
  client: webApi.WebClient;
};

export type QuestionHandler = {
  /** Answers in the place of the question, once however often it is delivered. Never rejects. */
  handle(question: IncomingQuestion): Promise<void>;
  /** Waits until nothing is being answered, at most `deadlineMs`; returns how many answers were left. */
  drain(deadlineMs: number): Promise<number>;
};

/** Everything between an event of Slack and the posted answer, the same for mentions and direct messages. */
export function createQuestionHandler(deps: {
  answer: AnswerQuestion;
  state: SlackState;
  logger: Logger;
  now: () => number;
}): QuestionHandler {
  const { answer, state, logger, now } = deps;
  const inFlight = new Set<Promise<void>>();

  async function compose(question: IncomingQuestion): Promise<SlackMessage> {
    const text = cleanQuestion(question.text, question.botUserId);
    if (text === '') return sentenceMessage(phrasesForText(question.text).howToAsk);
    if (text.length > maxQuestionLength) return sentenceMessage(phrasesForText(text).tooLong);
    const conversation = { channel: question.channel, thread: question.threadTs ?? '' };
    const sinceMs = question.threadTs === undefined ? now() - directMessageHistoryMs : 0;
    const history = state.earlierQuestions(conversation, maxHistory, sinceMs);
    state.rememberQuestion(conversation, text);
    return answerBlocks(await answer({ id: `${question.channel}-${question.ts}`, text, history }));
  }

  async function respond(question: IncomingQuestion): Promise<void> {
    const { client, channel, ts } = question;
    const place: Place = { channel, threadTs: question.threadTs, afterTs: ts };
    try {
      if (!state.claim(question)) {
        logger.info({ eventId: question.eventId, channel, ts }, 'a repeated delivery was dropped');
        return;
      }
      const startedAt = now();
      await postOnce(client, place, await compose(question), randomUUID());
      logger.info({ eventId: question.eventId, channel, ts, tookMs: now() - startedAt }, 'answered');
    } catch (error) {
      const reference = randomBytes(4).toString('hex');
      logger.error({ err: error, reference, eventId: question.eventId, channel, ts }, 'a question failed');
      const apology = sentenceMessage(phrasesForText(question.text).failed(reference));
      await postOnce(client, place, apology, randomUUID()).catch((failure: unknown) => {
        logger.error({ err: failure, reference, channel, ts }, 'the failure could not be reported to Slack');
      });
    }
  }

  return {
    handle: (question) => {
      const work = respond(question).finally(() => inFlight.delete(work));
      inFlight.add(work);
      return work;
    },
    drain: async (deadlineMs) => {
      const deadline = new AbortController();
      const timeout = delay(deadlineMs, undefined, { signal: deadline.signal }).catch(() => undefined);
      await Promise.race([Promise.all(inFlight), timeout]);
      deadline.abort();
      return inFlight.size;
    },
  };
}
