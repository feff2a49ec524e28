import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Registry } from '../responsibility/read-registry.ts';
import type { Responsible } from './answer.ts';
import { type AnswerContent, answerContent } from './answer-content.ts';
import { documentsNamedIn } from './documents-named-in.ts';
import { findResponsible } from './find-responsible.ts';
import type { Phrases } from './phrases.ts';

/** What a topic consists of that is nothing but the documents themselves. */
const aboutDocuments =
  /这些|這些|这份|這份|所有|全部|各|本|文件|文书|文書|文档|文檔|资料|政策|文中|里面|裡面|里|中|有|被|点名|點名|提到|列出|出现|都|一共|总共|\b(?:the|these|this|all|documents?|files?|papers?|in|by|of|are|is|named|mentioned|listed)\b|문서|에|에서|자료|dokument\w*|documents?|documentos?/giu;

/**
 * All units that the documents name, each once with its first proof; null when the topic of the question is something
 * in particular. @param topic what is left of the question when the asking is taken out.
 */
export function answerUnits(
  deps: { knowledge: KnowledgeBase; registry: Registry },
  topic: string,
  phrases: Phrases,
): AnswerContent | null {
  const { knowledge, registry } = deps;
  const { ids, names } = documentsNamedIn(knowledge, topic);
  const rest = names.reduce((text, name) => text.replaceAll(name, ' '), topic).replace(aboutDocuments, ' ');
  if (/[\p{L}\p{N}]/u.test(rest)) return null;
  const first = new Map<string, Responsible>();
  for (const row of new Set(knowledge.listAssignments().map(({ clauseRow }) => clauseRow))) {
    const clause = knowledge.clauseAt(row);
    if (clause === null || (ids.size > 0 && !ids.has(clause.documentId))) continue;
    for (const unit of findResponsible(knowledge, registry, clause)) {
      if (!first.has(unit.name)) first.set(unit.name, unit);
    }
  }
  const responsible = [...first.values()];
  if (responsible.length === 0) return null;
  const reply = phrases.units.replace('{count}', String(responsible.length));
  return answerContent({ kind: 'responsible', reply, confidence: 1, responsible });
}
