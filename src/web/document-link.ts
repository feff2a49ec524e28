import type { Place } from '../answer/answer.ts';
import { quoteMark } from './quote-mark.ts';

/**
 * The address of a quotation's page, scrolled to its clause, with the quoted words marked; when the document has other
 * words there by then, the page says so instead. `publicUrl` has no slash at its end.
 */
export function documentLink(publicUrl: string, { document, clause, span, quote }: Place): string {
  const page = `${publicUrl}/documents/${encodeURIComponent(document.id)}`;
  const query = `start=${span.start}&end=${span.end}&words=${quoteMark(quote)}`;
  return `${page}?${query}#${encodeURIComponent(clause.id)}`;
}
