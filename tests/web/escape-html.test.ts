import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../../src/web/escape-html.ts';
import { attributeOf, readPage, textIn } from './read-page.ts';

describe('escapeHtml', () => {
  it('gives a browser the same text, between tags and in attributes', () => {
    const markup = fc.constantFrom('"', "'", '&quot;', '&amp', '<b>', '</p>', '\r\n', '\r', '\0', ' x=1');
    const texts = fc.array(fc.oneof(markup, fc.string({ unit: 'binary' }))).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const escaped = escapeHtml(text);
        const { all } = readPage(`<!doctype html><p title="${escaped}" lang='${escaped}'>${escaped}</p>`);
        const expected = text.replaceAll('\0', '\uFFFD');
        const read = all('p').map((p) => [textIn(p), attributeOf(p, 'title'), attributeOf(p, 'lang')]);
        expect(read).toEqual([[expected, expected, expected]]);
      }),
    );
  });
});
