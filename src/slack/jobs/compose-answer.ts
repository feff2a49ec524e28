import { createHash } from 'node:crypto';
import type { AnswerQuestion } from '../../answer/answer.ts';
import type { ClauseReader } from '../../answer/create-clause-reader.ts';
import { readSmallTalk } from '../../answer/read-small-talk.ts';
import { detectLanguage } from '../../retrieval/detect-language.ts';
import { cleanQuestion } from '../events/clean-question.ts';
import { answerMessage } from '../messages/answer-message.ts';
import { type SlackMessage, sentenceMessage } from '../messages/slack-message.ts';
import type { SlackState } from '../state/open-slack-state.ts';
import { textsFor } from '../texts/texts-for.ts';
import { withDeadline } from '../with-deadline.ts';

/** Longest question that is answered, in UTF-16 units after cleaning. */
const maxQuestionLength = 2_000;
const maxHistory = 5;
/** A thread is one conversation however slow; the open end of a DM is one only for so long. */
const directMessageHistoryMs = 3_600_000;
const answerDeadlineMs = 60_000;

/** A question as it was written. `jobKey` names it for good. */
export type Asked = {
  jobKey: string;
  channel: string;
  threadTs: string | null;
  user: string;
  text: string;
  isPrivate: boolean;
  /** In a thread without a mention: what is no question is left alone. */
  isUnaddressed: boolean;
};

export type ComposeDeps = {
  answer: AnswerQuestion;
  reader: ClauseReader;
  state: SlackState;
  now: () => number;
  botUserId: string;
  hasExperts: boolean;
};

export type Composed = { message: SlackMessage; language: string };

/**
 * Answers a question and keeps the answer for its buttons. Null when nothing is to be said: talk between people in a
 * thread that the bot only listens to.
 */
export async function composeAnswer(deps: ComposeDeps, asked: Asked): Promise<Composed | null> {
  const text = cleanQuestion(asked.text, deps.botUserId);
  const language = await detectLanguage(text === '' ? asked.text : text);
  const say = (key: 'howToAsk' | 'howToCommand' | 'tooLong'): Composed => ({
    message: sentenceMessage(textsFor(language)(key)),
    language,
  });
  if (asked.isUnaddressed && (text === '' || readSmallTalk(text) !== null)) return null;
  if (text === '') return say(asked.isPrivate ? 'howToCommand' : 'howToAsk');
  if (text.length > maxQuestionLength) return asked.isUnaddressed ? null : say('tooLong');

  const conversation = { channel: asked.channel, thread: asked.threadTs ?? '' };
  const history = asked.isPrivate ? [] : historyOf(deps, asked, conversation);
  const answerId = createHash('sha256').update(asked.jobKey).digest('hex').slice(0, 20);
  const [answer, generation] = await withDeadline(
    Promise.all([deps.answer({ id: answerId, text, history }), deps.reader.generation()]),
    answerDeadlineMs,
    'an answer',
  );
  if (asked.isUnaddressed && answer.kind === 'not-found' && !/[?？]/u.test(text)) return null;
  const { user, channel, threadTs, isPrivate } = asked;
  deps.state.atomically(() => {
    const place = isPrivate ? { channel: `private:${user}`, thread: '' } : conversation;
    deps.state.conversations.remember({ ...place, job: asked.jobKey, user, text });
    deps.state.answers.put({ id: answerId, user, channel, threadTs, isPrivate, generation, history, answer });
  });
  const { hasExperts } = deps;
  return { message: answerMessage(answer, { answerId, isPrivate, hasExperts }), language: answer.language };
}

function historyOf(
  { state, now }: ComposeDeps,
  { threadTs, jobKey }: Asked,
  conversation: { channel: string; thread: string },
): string[] {
  const sinceMs = threadTs === null ? now() - directMessageHistoryMs : 0;
  return state.conversations.earlierQuestions(conversation, maxHistory, sinceMs, jobKey);
}
