import type { Span } from '../documents/source-document.ts';
import type { IndexedClause } from '../knowledge/knowledge-base.ts';
import { escapeHtml } from './escape-html.ts';

/** Where a page leads to when only the marked words are wanted; no clause's id looks like it. */
export const quotationId = 'quotation';

/**
 * Prints a text with each clause as a section with the clause's id, its heading as a heading, and `marked` in `mark`
 * elements, one for each piece that no tag interrupts. The text between all tags is the text, to the letter.
 * @param clauses of one document, in the order of the text, parents first.
 */
export function documentText(text: string, clauses: readonly IndexedClause[], marked: Span | null): string {
  const html: string[] = [];
  const open: IndexedClause[] = [];
  let at = 0;
  const print = (to: number): void => {
    if (to <= at) return;
    html.push(markedPiece(text, { start: at, end: to }, marked));
    at = to;
  };
  const closeUntil = (isParent: (clause: IndexedClause) => boolean): void => {
    for (let last = open.at(-1); last !== undefined && !isParent(last); last = open.at(-1)) {
      print(last.span.end);
      html.push('</section>');
      open.pop();
    }
  };
  for (const clause of clauses) {
    closeUntil(({ id }) => id === clause.parentId);
    print(clause.span.start);
    html.push(`<section id="${escapeHtml(clause.id)}">`);
    open.push(clause);
    if (clause.heading === '' || clause.bodyStart <= at) continue;
    const tag = `h${Math.min(clause.level + 1, 6)}`;
    html.push(`<${tag}>`);
    print(Math.min(clause.bodyStart, clause.ownSpan.end));
    html.push(`</${tag}>`);
  }
  closeUntil(() => false);
  print(text.length);
  return html.join('');
}

/** The first piece of what is marked has an id. */
function markedPiece(text: string, { start, end }: Span, marked: Span | null): string {
  const from = Math.max(start, marked?.start ?? end);
  const to = Math.min(end, marked?.end ?? end);
  if (marked === null || from >= to) return escapeHtml(text.slice(start, end));
  const id = from === marked.start ? ` id="${quotationId}"` : '';
  const inside = `<mark${id}>${escapeHtml(text.slice(from, to))}</mark>`;
  return escapeHtml(text.slice(start, from)) + inside + escapeHtml(text.slice(to, end));
}
