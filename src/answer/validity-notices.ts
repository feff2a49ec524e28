import { foldWidth } from '../clauses/fold-width.ts';
import type { IndexedDocument, KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Phrases } from './phrases.ts';

/** The years that a plan is for, in its title: (2015-2017年). */
const planned = /((?:19|20)\d{2})\s*年?\s*[-—–~～至到]\s*((?:19|20)\d{2})/u;

/**
 * What a reader must know before relying on a document: that another one of the index replaces it, that its planning
 * period is over, or that it is not yet in force. One sentence each, in the reader's language.
 */
export function validityNotices(
  knowledge: KnowledgeBase,
  document: Pick<IndexedDocument, 'id' | 'title' | 'number' | 'effectiveOn'>,
  today: Date,
  phrases: Phrases,
): string[] {
  const notices: string[] = [];
  const name = nameOf(document);
  const successor = knowledge.listDocuments().find((other) => replaces(other, document));
  if (successor !== undefined)
    notices.push(phrases.superseded.replace('{document}', name).replace('{by}', nameOf(successor)));
  const [, first, last] = planned.exec(document.title) ?? [];
  if (last !== undefined && Number(last) < today.getFullYear())
    notices.push(phrases.periodOver.replace('{document}', name).replace('{period}', `${first}–${last}`));
  const isLater = document.effectiveOn > today.toISOString().slice(0, 10);
  if (isLater)
    notices.push(phrases.notYetInForce.replace('{document}', name).replace('{date}', document.effectiveOn));
  return notices;
}

/** `supersedes` holds titles and numbers as the newer document prints them. */
function replaces(newer: IndexedDocument, older: Pick<IndexedDocument, 'id' | 'title' | 'number'>): boolean {
  if (newer.id === older.id) return false;
  const names = [older.title, older.number].filter((one) => one !== '').map(bare);
  return newer.supersedes.some((replaced) => names.includes(bare(replaced)));
}

function nameOf({ title, number }: Pick<IndexedDocument, 'title' | 'number'>): string {
  return number === '' ? `《${title}》` : `《${title}》（${number}）`;
}

function bare(name: string): string {
  return foldWidth(name).replace(/[\s〔〕[\]【】()（）《》第]/gu, '');
}
