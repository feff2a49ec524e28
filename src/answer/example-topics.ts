import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';

/** A heading of the documents; `isAssigned` when somebody is named as responsible for it. */
export type ExampleTopic = { topic: string; isAssigned: boolean };

/** Lengths, in characters, between which a heading reads as the name of a thing. */
const leastLength = 4;
const mostLength = 16;
const mostLatinLength = 48;

/** What makes a heading a sentence, or markup of Slack. */
const sentenceMark = /[。！？；，,;!?：:<>&]/u;

/**
 * Headings to ask about, one document after the other, so that each has its turn: first those for which somebody is
 * responsible, each once. Always the same for the same documents.
 */
export function exampleTopics(knowledge: KnowledgeBase, limit: number): ExampleTopic[] {
  const assignedRows = new Set(knowledge.listAssignments().map(({ clauseRow }) => clauseRow));
  const byDocument = knowledge.listDocuments().map(({ id }) =>
    knowledge
      .clausesOf(id)
      .filter(({ level, heading }) => level > 1 && isTopic(heading))
      .map(({ heading, row }) => ({ topic: heading.trim(), isAssigned: assignedRows.has(row) }))
      .toSorted((left, right) => Number(right.isAssigned) - Number(left.isAssigned)),
  );
  const found = new Map<string, ExampleTopic>();
  const deepest = Math.max(0, ...byDocument.map((topics) => topics.length));
  for (let turn = 0; turn < deepest && found.size < limit; turn += 1) {
    for (const topics of byDocument) {
      const topic = topics[turn];
      if (topic !== undefined && found.size < limit) found.set(topic.topic, topic);
    }
  }
  return [...found.values()];
}

function isTopic(heading: string): boolean {
  const text = heading.trim();
  if (sentenceMark.test(text)) return false;
  const isHan = /\p{Script=Han}/u.test(text);
  return text.length >= leastLength && text.length <= (isHan ? mostLength : mostLatinLength);
}
