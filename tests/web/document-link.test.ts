import { describe, expect, it } from 'vitest';
import { documentLink } from '../../src/web/document-link.ts';

describe('documentLink', () => {
  it('names the page, the offsets and the clause', () => {
    expect(documentLink('https://example.org/docs', 'd1', 'c2', { start: 3, end: 14 })).toBe(
      'https://example.org/docs/documents/d1?start=3&end=14#c2',
    );
  });

  it('encodes ids', () => {
    const link = new URL(documentLink('https://example.org', 'a/b?c 文', 'x#y', { start: 0, end: 1 }));
    expect(link.pathname.split('/').map(decodeURIComponent)).toEqual(['', 'documents', 'a/b?c 文']);
    expect(decodeURIComponent(link.hash)).toBe('#x#y');
  });
});
