import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Role } from '../responsibility/assignment.ts';
import type { Registry } from '../responsibility/read-registry.ts';
import { readScope } from '../retrieval/read-scope.ts';
import { type AnswerContent, answerContent, notFoundContent } from './answer-content.ts';
import { documentsNamedIn } from './documents-named-in.ts';
import { findDuties } from './find-duties.ts';
import type { Phrases } from './phrases.ts';

/**
 * The duties of a unit, in the documents that the question names, or in all. Who leads is asked for where somebody
 * leads by name; where nobody does, all that it is responsible for is the answer.
 */
export function answerDuties(
  deps: { knowledge: KnowledgeBase; registry: Registry },
  { unit, roles, question }: { unit: string; roles: readonly Role[] | null; question: string },
  phrases: Phrases,
): AnswerContent {
  const { knowledge, registry } = deps;
  const all = findDuties(knowledge, registry, unit);
  const meant = meantBy(knowledge, question);
  const inDocuments = all.filter(({ document }) => meant === null || meant.has(document.id));
  const inRole = inDocuments.filter(({ role }) => roles === null || roles.includes(role));
  const duties = inRole.length > 0 ? inRole : inDocuments;
  if (duties.length === 0) return notFoundContent(phrases.noDuties.replace('{unit}', unit), 0);
  const reply = phrases.duties
    .replace('{unit}', /\p{Script=Han}/u.test(unit) ? unit : (duties[0]?.unit ?? unit))
    .replace('{count}', String(duties.length));
  return answerContent({ kind: 'duties', reply, confidence: 1, duties });
}

/** The ids of the documents that a question names, by their whole title or by words of it; null where it names none. */
function meantBy(knowledge: KnowledgeBase, question: string): ReadonlySet<string> | null {
  const { ids } = documentsNamedIn(knowledge, question);
  if (ids.size > 0) return ids;
  const named = readScope(knowledge, question)?.documents;
  return named === undefined || named.size === 0 ? null : named;
}
