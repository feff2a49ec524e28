import type { Answer, Quotation } from './answer.ts';

/** What an answer says, without the question and the timings. */
export type AnswerContent = Omit<Answer, 'id' | 'question' | 'language' | 'timings'>;

/** The content of an answer of a kind; what is not given is empty. */
export function answerContent(
  given: Pick<AnswerContent, 'kind' | 'reply' | 'confidence'> & Partial<AnswerContent>,
): AnswerContent {
  return { answers: [], responsible: [], duties: [], nearest: [], notices: [], ...given };
}

/** Nothing answers the question; `nearest` is shown as what it is. */
export function notFoundContent(reply: string, confidence: number, nearest: Quotation[] = []): AnswerContent {
  return answerContent({ kind: 'not-found', reply, confidence, nearest });
}
