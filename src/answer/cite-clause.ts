import type { IndexedClause, IndexedDocument } from '../knowledge/knowledge-base.ts';

const trailingMark = /[.．、]$/u;

/**
 * Prints the address by which people call a clause: 《title》（number）一、（二）3. `path` leads from the outermost
 * labelled clause to the cited one; unlabelled items are counted (第2项).
 */
export function citeClause(document: IndexedDocument, path: readonly IndexedClause[]): string {
  const address = addressOf(path);
  const number = document.number === '' ? '' : `（${document.number.replace(/^[（(]|[）)]$/gu, '')}）`;
  return `${titleOf(document)}${number}${number === '' && address !== '' ? ' ' : ''}${address}`;
}

/** The address within the document: 一、（一）3. An empty string for the document itself. */
export function addressOf(path: readonly IndexedClause[]): string {
  const labels = path.filter(({ level }) => level > 0).map(labelOf);
  return labels
    .map((label, index) => (isInner(index, labels) ? label : label.replace(trailingMark, '')))
    .join('');
}

/** 一、 keeps its mark before the next label. */
function isInner(index: number, labels: readonly string[]): boolean {
  return index < labels.length - 1;
}

function labelOf(clause: IndexedClause): string {
  return clause.kind === 'bullet'
    ? `第${clause.number}项`
    : clause.label.replace(/(?<=\p{Script=Han}|[（(])\s+|\s+(?=[\p{Script=Han}）)])/gu, '');
}

/** A title that is only the file's name is not printed as a title. */
function titleOf(document: IndexedDocument): string {
  const isFileName = document.name.startsWith(document.title);
  return isFileName || !/\p{Script=Han}/u.test(document.title) ? document.title : `《${document.title}》`;
}
