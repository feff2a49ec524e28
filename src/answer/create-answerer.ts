import type { Embedder } from '../embedding/embedder.ts';
import type { KnowledgeSource } from '../knowledge/follow-knowledge-base.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { createTokenKernel, type NearestTokens } from '../retrieval/kernel/create-token-kernel.ts';
import type { SearchResult } from '../retrieval/ranked-clause.ts';
import { searchClauses } from '../retrieval/search-clauses.ts';
import type { Answer, AnswerQuestion, Question, Quotation, Timings } from './answer.ts';
import { type AddressAnswer, answerAddress } from './answer-address.ts';
import { chooseQuote } from './choose-quote.ts';
import { detectLanguage } from './detect-language.ts';
import { estimateConfidence, leastConfidence } from './estimate-confidence.ts';
import { type Phrases, phrasesFor } from './phrases.ts';
import { quoteClause } from './quote-clause.ts';

/** No more clauses than a person reads. */
const mostAnswers = 3;

/** A further clause is shown when its score comes this near to the first's. */
const nearMargin = 1.5;

/** A question is cut to this many characters for the search; the answer carries it whole. */
const mostQuestionCharacters = 2_000;

/** Creates the function that answers questions, each from the generation of the index that is then in use. */
export function createAnswerer(deps: { source: KnowledgeSource; embedder: Embedder }): AnswerQuestion {
  const nearestTokens = createTokenKernel();
  return async (question) => {
    const { knowledge, release } = await deps.source.lease();
    try {
      return await answerFrom({ knowledge, embedder: deps.embedder, nearestTokens }, question);
    } finally {
      release();
    }
  };
}

async function answerFrom(
  deps: { knowledge: KnowledgeBase; embedder: Embedder; nearestTokens: NearestTokens },
  question: Question,
): Promise<Answer> {
  const { knowledge } = deps;
  const started = performance.now();
  const language = await detectLanguage(question.text);
  const phrases = phrasesFor(language);
  const interpretMs = performance.now() - started;
  if (!/[\p{L}\p{N}]/u.test(question.text)) {
    return notFound(question, language, phrases.empty, interpretMs);
  }
  const addressed = answerAddress(knowledge, question.text);
  if (addressed !== null) {
    const totalMs = performance.now() - started;
    const timings = { interpretMs, embedMs: 0, searchMs: 0, answerMs: totalMs - interpretMs, totalMs };
    return fromAddress(question, language, phrases, addressed, timings);
  }
  const search = await searchClauses(deps, searchedText(question.text));
  const answerStarted = performance.now();
  const confidence = estimateConfidence(search);
  const isAnswered = confidence >= leastConfidence;
  const quotations = quoteBest(knowledge, search);
  const finished = performance.now();
  return {
    id: question.id,
    question: question.text,
    language,
    kind: isAnswered ? 'clauses' : 'not-found',
    answers: isAnswered ? quotations : [],
    responsible: [],
    duties: [],
    nearest: isAnswered ? [] : quotations,
    confidence,
    notices: [],
    reply: isAnswered ? phrases.found : phrases.notFound,
    timings: {
      interpretMs,
      ...search.timings,
      answerMs: finished - answerStarted,
      totalMs: finished - started,
    },
  };
}

function quoteBest(knowledge: KnowledgeBase, search: SearchResult): Quotation[] {
  const best = search.clauses[0]?.score ?? 0;
  return search.clauses
    .slice(0, mostAnswers)
    .filter(({ score }) => score >= best - nearMargin)
    .map((ranked) =>
      quoteClause(knowledge, ranked.clause, chooseQuote(knowledge, ranked, search), ranked.score),
    );
}

function fromAddress(
  question: Question,
  language: string,
  phrases: Phrases,
  { isFound, quotations, others }: AddressAnswer,
  timings: Timings,
): Answer {
  return {
    id: question.id,
    question: question.text,
    language,
    kind: isFound ? 'clauses' : 'not-found',
    answers: isFound ? quotations : [],
    responsible: [],
    duties: [],
    nearest: isFound ? [] : quotations,
    confidence: isFound ? 1 : 0,
    notices: others === 0 ? [] : [phrases.moreOfAddress.replace('{count}', String(others))],
    reply: isFound ? phrases.found : phrases.notFound,
    timings,
  };
}

/** Cut at a whole character; an unpaired surrogate becomes the replacement character. */
function searchedText(text: string): string {
  return [...text.slice(0, mostQuestionCharacters + 1)]
    .slice(0, mostQuestionCharacters)
    .join('')
    .toWellFormed();
}

function notFound(question: Question, language: string, reply: string, interpretMs: number): Answer {
  return {
    id: question.id,
    question: question.text,
    language,
    kind: 'not-found',
    answers: [],
    responsible: [],
    duties: [],
    nearest: [],
    confidence: 0,
    notices: [],
    reply,
    timings: { interpretMs, embedMs: 0, searchMs: 0, answerMs: 0, totalMs: interpretMs },
  };
}
