import { formatHanNumber } from '../documents/format-han-number.ts';
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
  const inside = path.filter(({ level }) => level > 0);
  const shown = inside.filter((clause, index) => !isRepeated(clause, inside[index + 1]));
  const labels = shown.map(labelOf).filter((label) => label !== '');
  return labels
    .map((label, index) => (isInner(index, labels) ? label : label.replace(trailingMark, '')))
    .reduce((address, label) => `${address}${runsInto(address, label) ? ' ' : ''}${label}`, '');
}

/** 2.1 names the 2. that it stands in. */
function isRepeated({ label }: IndexedClause, inner: IndexedClause | undefined): boolean {
  return (
    inner?.kind.startsWith('decimal') === true && inner.label.startsWith(label.replace(trailingMark, ''))
  );
}

/** 专栏1 and 1., Part I and Article 2 need a space between them. */
function runsInto(address: string, label: string): boolean {
  return /[\dA-Za-z]$/u.test(address) && /^[\d\p{Script=Latin}§]/u.test(label);
}

/** 一、 keeps its mark before the next label. */
function isInner(index: number, labels: readonly string[]): boolean {
  return index < labels.length - 1;
}

/** A clause's label as it is cited: without white space inside it, and counted where none is printed. */
export function labelOf(clause: IndexedClause): string {
  if (clause.kind === 'paragraph') return `第${formatHanNumber(clause.number)}款`;
  return clause.kind === 'bullet'
    ? `第${clause.number}项`
    : clause.label.replace(/(?<=\p{Script=Han}|[（(])\s+|\s+(?=[\p{Script=Han}）)])/gu, '');
}

/** A title that is only the file's name is not printed as a title. */
function titleOf(document: IndexedDocument): string {
  const isFileName = document.name.startsWith(document.title);
  return isFileName || !/\p{Script=Han}/u.test(document.title) ? document.title : `《${document.title}》`;
}
