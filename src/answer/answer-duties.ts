import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Registry } from '../responsibility/read-registry.ts';
import { type AnswerContent, answerContent, notFoundContent } from './answer-content.ts';
import { findDuties } from './find-duties.ts';
import type { Phrases } from './phrases.ts';
import { unitAskedFor } from './unit-asked-for.ts';

/** Answers a question for the duties of a unit; null when it asks for something else. */
export function answerDuties(
  knowledge: KnowledgeBase,
  registry: Registry,
  question: string,
  phrases: Phrases,
): AnswerContent | null {
  const unit = unitAskedFor(knowledge, registry, question);
  if (unit === null) return null;
  const duties = findDuties(knowledge, registry, unit);
  if (duties.length === 0) return notFoundContent(phrases.noDuties.replace('{unit}', unit), 0);
  const reply = phrases.duties.replace('{unit}', unit).replace('{count}', String(duties.length));
  return answerContent({ kind: 'duties', reply, confidence: 1, duties });
}
