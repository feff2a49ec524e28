import type { Span } from '../documents/source-document.ts';
import type { Embedder } from '../embedding/embedder.ts';
import type { KnowledgeSource } from '../knowledge/follow-knowledge-base.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Registry } from '../responsibility/read-registry.ts';
import { detectLanguage } from '../retrieval/detect-language.ts';
import { createTokenKernel, type NearestTokens } from '../retrieval/kernel/create-token-kernel.ts';
import { searchClauses } from '../retrieval/search-clauses.ts';
import type { Answer, AnswerQuestion, LinkOf, Question, Quotation } from './answer.ts';
import { type AddressAnswer, answerAddress } from './answer-address.ts';
import { type AnswerContent, answerContent, notFoundContent } from './answer-content.ts';
import { answerDocuments } from './answer-documents.ts';
import { answerDuties } from './answer-duties.ts';
import { answerUnits } from './answer-units.ts';
import { estimateConfidence, leastConfidence } from './estimate-confidence.ts';
import type { JudgeOf } from './open-refusal-judge.ts';
import { type Phrases, phrasesFor } from './phrases.ts';
import { preferGiving } from './prefer-giving.ts';
import { quoteBest } from './quote-best.ts';
import { type Intent, readIntent } from './read-intent.ts';
import { readSmallTalk } from './read-small-talk.ts';
import { readUnitQuestion, type UnitQuestion } from './read-unit-question.ts';
import { resolveFollowUp } from './resolve-follow-up.ts';
import { unitNamedIn } from './unit-named-in.ts';
import { validityNotices } from './validity-notices.ts';
import { withResponsible } from './with-responsible.ts';

/** A question is read up to this many characters; the answer carries it whole. */
const mostQuestionCharacters = 2_000;

/** What answers are made of: a generation of the index, the model, and what units are called today. */
type AnswerDeps = {
  knowledge: KnowledgeBase;
  embedder: Embedder;
  registry: Registry;
  judgeOf: JudgeOf;
  linkOf?: LinkOf;
  now: () => Date;
  nearestTokens: NearestTokens;
};

/** Creates the function that answers questions, each from the generation of the index that is then in use. */
export function createAnswerer(deps: {
  source: KnowledgeSource;
  embedder: Embedder;
  registry: Registry;
  judgeOf: JudgeOf;
  /** Without it no answer has links. */
  linkOf?: LinkOf;
  now: () => Date;
}): AnswerQuestion {
  const nearestTokens = createTokenKernel();
  return async (question) => {
    const { knowledge, release } = await deps.source.lease();
    try {
      const { source: _source, ...given } = deps;
      return await answerFrom({ ...given, knowledge, nearestTokens }, question);
    } finally {
      release();
    }
  };
}

async function answerFrom(deps: AnswerDeps, { id, text, history }: Question): Promise<Answer> {
  const started = performance.now();
  const read = readablePart(text);
  const language = await detectLanguage(read);
  const interpretMs = performance.now() - started;
  const steps = { embedMs: 0, searchMs: 0 };
  const asked = resolveFollowUp(read, (history ?? []).map(readablePart), (part) => unitSpan(deps, part));
  const phrases = phrasesFor(language);
  const content = withLinks(deps, withNotices(deps, await contentOf(deps, asked, phrases, steps), phrases));
  const totalMs = performance.now() - started;
  const answerMs = Math.max(totalMs - interpretMs - steps.embedMs - steps.searchMs, 0);
  return { id, question: text, language, ...content, timings: { interpretMs, ...steps, answerMs, totalMs } };
}

/** @param steps is given the times of the search, where there is one. */
async function contentOf(
  deps: AnswerDeps,
  text: string,
  phrases: Phrases,
  steps: { embedMs: number; searchMs: number },
): Promise<AnswerContent> {
  const { knowledge } = deps;
  if (!/[\p{L}\p{N}]/u.test(text)) return notFoundContent(phrases.empty, 0);
  const smallTalk = readSmallTalk(text);
  if (smallTalk !== null) return notFoundContent(phrases.smallTalk[smallTalk], 0);
  const documents = answerDocuments(knowledge, text, phrases);
  if (documents !== null) return documents;
  const intent = readQuestion(deps, text);
  if (intent.kind === 'duties') return answerDuties(deps, { ...intent, question: text }, phrases);
  const topic = intent.kind === 'clauses' ? text : intent.topic;
  const units = intent.kind === 'responsible' ? answerUnits(deps, topic, phrases) : null;
  if (units !== null) return units;
  const addressed = answerAddress(knowledge, topic);
  const found = addressed === null ? null : addressContent(addressed, phrases);
  if (found !== null) return withResponsible(deps, found, intent, phrases);
  const search = await searchClauses(deps, topic, { asksForTask: intent.kind !== 'clauses' });
  Object.assign(steps, search.timings);
  const confidence = estimateConfidence(search, await deps.judgeOf(knowledge));
  const quotations = quoteBest(knowledge, preferGiving(search));
  if (search.elsewhere !== null)
    return notFoundContent(phrases.elsewhere.replace('{name}', search.elsewhere), 0, quotations);
  if (confidence < leastConfidence) return notFoundContent(phrases.notFound, confidence, quotations);
  const content = answerContent({ kind: 'clauses', reply: phrases.found, confidence, answers: quotations });
  return withResponsible(deps, content, intent, phrases);
}

/** What a reader must know of the documents that are quoted stands under the answer. */
function withNotices(
  { knowledge, now }: AnswerDeps,
  content: AnswerContent,
  phrases: Phrases,
): AnswerContent {
  if (content.kind === 'documents' || content.kind === 'not-found') return content;
  const ids = new Set([...content.answers, ...content.duties].map(({ document }) => document.id));
  const notices = [...ids].flatMap((id) => {
    const document = knowledge.findDocument(id);
    return document === null ? [] : validityNotices(knowledge, document, now(), phrases);
  });
  return { ...content, notices: [...content.notices, ...notices] };
}

function withLinks({ linkOf }: AnswerDeps, content: AnswerContent): AnswerContent {
  if (linkOf === undefined) return content;
  const linked = (quotations: Quotation[]) => quotations.map((one) => ({ ...one, url: linkOf(one) }));
  return { ...content, answers: linked(content.answers), nearest: linked(content.nearest) };
}

function unitSpan({ knowledge, registry }: AnswerDeps, text: string): Span | null {
  return unitNamedIn(knowledge, registry, text)?.span ?? null;
}

/** A question that names a unit may ask for its duties, or whether it takes part; else it may ask who. */
function readQuestion({ knowledge, registry }: AnswerDeps, text: string): Intent | UnitQuestion {
  const named = unitNamedIn(knowledge, registry, text);
  const ofUnit = named === null ? null : readUnitQuestion(text, named);
  return ofUnit ?? readIntent(text);
}

function addressContent({ isFound, quotations, others }: AddressAnswer, phrases: Phrases): AnswerContent {
  if (!isFound) return notFoundContent(phrases.notFound, 0, quotations);
  const notices = others === 0 ? [] : [phrases.moreOfAddress.replace('{count}', String(others))];
  return answerContent({
    kind: 'clauses',
    reply: phrases.found,
    confidence: 1,
    answers: quotations,
    notices,
  });
}

/** Cut at a whole character; an unpaired surrogate becomes the replacement character. */
function readablePart(text: string): string {
  return [...text.slice(0, mostQuestionCharacters + 1)]
    .slice(0, mostQuestionCharacters)
    .join('')
    .toWellFormed();
}
