import { citeClause } from '../answer/cite-clause.ts';
import { phrasesFor } from '../answer/phrases.ts';
import { pathTo } from '../answer/quote-clause.ts';
import { validityNotices } from '../answer/validity-notices.ts';
import type { Span } from '../documents/source-document.ts';
import type { IndexedClause, IndexedDocument, KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { detectLanguage } from '../retrieval/detect-language.ts';
import { quoteMark } from './quote-mark.ts';

/** The words that a link points at, and how they are cited. */
export type QuotedPlace = { span: Span; citation: string };

/** What the page of one document shows. */
export type DocumentView = {
  document: IndexedDocument;
  text: string;
  /** BCP 47 tag of the text. */
  language: string;
  clauses: readonly IndexedClause[];
  /** Sentences in the reader's language. */
  notices: readonly string[];
  quoted: QuotedPlace | null;
};

/** The language of a text is that of its beginning. */
const languageCharacters = 400;

/**
 * Reads what the page of a document shows. `start` and `end` of the query are UTF-16 offsets of the quoted words,
 * `words` their mark (quote-mark.ts).
 * @returns `document-gone`, or `place-gone` when the text has no such place or other words there.
 */
export async function readDocumentView(
  knowledge: KnowledgeBase,
  documentId: string,
  query: URLSearchParams,
  reader: { language: string; today: Date },
): Promise<DocumentView | 'document-gone' | 'place-gone'> {
  const document = knowledge.findDocument(documentId);
  if (document === null) return 'document-gone';
  const text = knowledge.textOf(document.id);
  const span = readSpan(query, text);
  if (span === 'none' || (span !== null && hasOtherWords(query, text, span))) return 'place-gone';
  const clauses = knowledge.clausesOf(document.id);
  return {
    document,
    text,
    language: await detectLanguage(text.slice(0, languageCharacters)),
    clauses,
    notices: validityNotices(knowledge, document, reader.today, phrasesFor(reader.language)),
    quoted: span === null ? null : { span, citation: citationOf(knowledge, document, clauses, span) },
  };
}

/** A link from before the document was changed must not mark what nobody quoted. */
function hasOtherWords(query: URLSearchParams, text: string, { start, end }: Span): boolean {
  const words = query.get('words');
  return words !== null && words !== quoteMark(text.slice(start, end));
}

/** By the innermost clause that holds all of it. */
function citationOf(
  knowledge: KnowledgeBase,
  document: IndexedDocument,
  clauses: readonly IndexedClause[],
  { start, end }: Span,
): string {
  const clause = clauses.findLast(({ span }) => span.start <= start && end <= span.end);
  return citeClause(document, clause === undefined ? [] : pathTo(knowledge, clause));
}

/** Null when none is asked for, `none` when the text has no such span or it would cut a character in two. */
function readSpan(query: URLSearchParams, text: string): Span | null | 'none' {
  const [start, end] = [query.get('start'), query.get('end')];
  if (start === null && end === null) return null;
  const span = { start: readOffset(start), end: readOffset(end) };
  const isInText = span.start < span.end && span.end <= text.length;
  return isInText && !cutsCharacter(text, span.start) && !cutsCharacter(text, span.end) ? span : 'none';
}

/** NaN for what is no offset; no comparison with it holds. */
function readOffset(value: string | null): number {
  return /^\d{1,10}$/u.test(value ?? '') ? Number(value) : Number.NaN;
}

function cutsCharacter(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, at - 1), at + 1));
}
