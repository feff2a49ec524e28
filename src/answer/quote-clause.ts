import type { Span } from '../documents/source-document.ts';
import { QuoteError } from '../errors.ts';
import type { IndexedClause, KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { AnswerClause, Quotation } from './answer.ts';
import { citeClause, labelOf } from './cite-clause.ts';
import { describeDocument } from './describe-document.ts';
import { headLineOf } from './head-line.ts';

/**
 * Makes the quotation of a span of a clause, with everything by which it is checked.
 * @throws QuoteError when the span is empty, lies outside its clause, or is not what is quoted.
 */
export function quoteClause(
  knowledge: KnowledgeBase,
  clause: IndexedClause,
  span: Span,
  score: number,
): Quotation {
  const document = knowledge.findDocument(clause.documentId);
  if (document === null)
    throw new QuoteError('quote-without-document', `Clause ${clause.id} has no document.`);
  const path = pathTo(knowledge, clause);
  const quotation: Quotation = {
    quote: knowledge.textOf(document.id).slice(span.start, span.end),
    document: describeDocument(document),
    clause: describeClause(clause, path, (above) => headLineOf(knowledge, above)),
    span: { start: span.start, end: span.end },
    citation: citeClause(document, path),
    score,
    url: null,
  };
  assertVerbatim(knowledge, clause, quotation);
  return quotation;
}

/** From the outermost clause to this one, the document itself left out. */
export function pathTo(knowledge: KnowledgeBase, clause: IndexedClause): IndexedClause[] {
  const parent = clause.parentId === null ? null : knowledge.findClause(clause.parentId);
  const before = parent === null ? [] : pathTo(knowledge, parent);
  return clause.level === 0 ? [] : [...before, clause];
}

/**
 * @param path from the outermost clause to this one.
 * @param headLine what a clause above it introduces its items with; default: nothing is added to its name.
 */
export function describeClause(
  clause: IndexedClause,
  path: readonly IndexedClause[],
  headLine: (above: IndexedClause) => string = () => '',
): AnswerClause {
  return {
    id: clause.id,
    label: clause.label,
    heading: clause.heading,
    path: path.map((one) => (one.id === clause.id ? nameOf(one) : `${nameOf(one)} ${headLine(one)}`.trim())),
  };
}

/** Label and heading; a paragraph without a label is counted (第二款). */
function nameOf(clause: IndexedClause): string {
  const { label, heading, kind } = clause;
  if (kind === 'paragraph') return labelOf(clause);
  return (/[\w.．]$/u.test(label) ? `${label} ${heading}` : `${label}${heading}`).trim();
}

/** The promise of the whole program: no quotation leaves it that is not in the document, at that place. */
function assertVerbatim(
  knowledge: KnowledgeBase,
  clause: IndexedClause,
  { quote, span, document }: Quotation,
): void {
  const isInside = span.start >= clause.span.start && span.end <= clause.span.end && span.start < span.end;
  const isVerbatim = knowledge.textOf(document.id).slice(span.start, span.end) === quote && quote !== '';
  if (isInside && isVerbatim) return;
  throw new QuoteError(
    'quote-not-verbatim',
    `The quotation of clause ${clause.id} at ${span.start} to ${span.end} is not the text of ${document.path}.`,
  );
}
