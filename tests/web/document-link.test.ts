import { describe, expect, it } from 'vitest';
import { documentLink } from '../../src/web/document-link.ts';
import { makeQuotation } from '../slack/make-answer.ts';

const place = (document: string, clause: string, span: { start: number; end: number }) => {
  const quotation = makeQuotation({ span, quote: 'abc' });
  return {
    ...quotation,
    document: { ...quotation.document, id: document },
    clause: { ...quotation.clause, id: clause },
  };
};

describe('documentLink', () => {
  it('names the page, the offsets, the words and the clause', () => {
    expect(documentLink('https://example.org/docs', place('d1', 'c2', { start: 3, end: 14 }))).toBe(
      'https://example.org/docs/documents/d1?start=3&end=14&words=ba7816bf#c2',
    );
  });

  it('encodes ids', () => {
    const link = new URL(documentLink('https://example.org', place('a/b?c 文', 'x#y', { start: 0, end: 1 })));
    expect(link.pathname.split('/').map(decodeURIComponent)).toEqual(['', 'documents', 'a/b?c 文']);
    expect(decodeURIComponent(link.hash)).toBe('#x#y');
  });
});
