import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Registry } from '../responsibility/read-registry.ts';
import { listUnits } from './find-duties.ts';

/** How people ask what a unit has to do. */
const asksForDuties =
  /(?:负责|負責|承担|承擔|牵头|牽頭|配合|参与|參與|要做|做)(?:了|的)?(?:哪些|什么|什麼|哪几项|的有哪些)|(?:的|有哪些|有什么|有什麼)(?:职责|職責|任务|任務|责任|責任|工作|分工)|(?:职责|職責|任务|任務)(?:是|有)|\bwhat (?:is|are|does|must|should)\b.*\b(?:responsible|in charge|do|duties|tasks)\b|\bduties of\b|\b(?:tasks|responsibilities) of\b|(?:の)(?:担当|職責|任務|責任|業務)(?:は|を)?|何を担当|무엇을\s*담당|(?:담당|책임)\s*(?:업무|사항)|의\s*(?:업무|책임|직무)|wofür ist|welche aufgaben|de quoi .* (?:responsable|chargé)|quelles sont les (?:tâches|missions)|de qué .* responsable|qué tareas/iu;

const leastCharacters = 3;

/**
 * The unit whose duties a question asks for, by any name that the documents or the registry have for it; null when it
 * asks for something else. Of names that contain each other the longest counts.
 */
export function unitAskedFor(knowledge: KnowledgeBase, registry: Registry, question: string): string | null {
  if (!asksForDuties.test(question)) return null;
  const text = question.replace(/\s+/gu, '');
  const names = listUnits(knowledge, registry).flatMap(({ names: printed, canonical }) => [
    ...printed,
    canonical,
  ]);
  const named = [...names, ...registry.names()].filter(
    (name) => name.length >= leastCharacters && text.includes(name),
  );
  return named.toSorted((left, right) => right.length - left.length)[0] ?? null;
}
