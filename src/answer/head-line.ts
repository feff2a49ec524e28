import { isHeadLine } from '../clauses/is-head-line.ts';
import { splitSentences } from '../clauses/split-sentences.ts';
import type { IndexedClause, KnowledgeBase } from '../knowledge/knowledge-base.ts';

/**
 * The line that introduces the items beneath a clause (第五条 有下列情形之一的，予以批评教育：), without which an item says
 * nothing; an empty string where there is none. White space is folded.
 */
export function headLineOf(knowledge: KnowledgeBase, clause: IndexedClause): string {
  const text = knowledge.textOf(clause.documentId);
  const { noise } = knowledge.reportOf(clause.documentId);
  const last = splitSentences(text, { start: clause.bodyStart, end: clause.ownSpan.end }, noise).at(-1);
  return last !== undefined && isHeadLine(text, last) ? foldLines(text.slice(last.start, last.end)) : '';
}

function foldLines(line: string): string {
  return line.replace(/(?<=\P{ASCII})\s+|\s+(?=\P{ASCII})/gu, '').replace(/\s+/gu, ' ');
}
