import type { Span } from '../documents/source-document.ts';

/**
 * The address of a quotation's page, scrolled to its clause, with the quoted words marked. `publicUrl` has no slash
 * at its end.
 */
export function documentLink(publicUrl: string, documentId: string, clauseId: string, span: Span): string {
  const page = `${publicUrl}/documents/${encodeURIComponent(documentId)}`;
  return `${page}?start=${span.start}&end=${span.end}#${encodeURIComponent(clauseId)}`;
}
