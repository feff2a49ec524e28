import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentText } from '../../src/web/document-text.ts';
import { readSeed, seedNames } from '../seed-documents.ts';
import { clausesIn } from './document-view.ts';
import { attributeOf, readPage, textIn } from './read-page.ts';

const page = (html: string): ReturnType<typeof readPage> =>
  readPage(`<!doctype html><body><article>${html}</article>`);

/** Labels, line ends, markup and characters that turn the direction, between any others. */
const hostile = fc
  .array(
    fc.oneof(
      { weight: 2, arbitrary: fc.string({ unit: 'binary' }) },
      fc.constantFrom('\n', '\r\n', '\r', '\f', '\u2028', ' ', '　　', '\u202e', '\u2066', '\u2069', '\0'),
      fc.constantFrom(
        '一、总则\n',
        '\n（一）目标。甲',
        '\n第一条 乙\n',
        '一是丙；',
        '二是丁。',
        '\n- 戊',
        '1. 己',
      ),
      fc.constantFrom('<script>alert(1)</script>', '</section></article>', '<!--', '-->', '<mark id=x>'),
      fc.constantFrom('&lt;', '&#60;', '&amp', '<![CDATA[', '</style>', '" onload="', '<plaintext>', '𠮷'),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

/** HTML cannot hold U+0000. */
const asHtmlHolds = (text: string): string => text.replaceAll('\0', '\uFFFD');

/** A text and a stretch of it that cuts no character. */
const withSpan = fc.tuple(hostile, fc.nat(), fc.nat()).map(([text, first, second]) => {
  const places = [0];
  for (const character of text) places.push((places.at(-1) ?? 0) + character.length);
  const [start = 0, end = 0] = [first, second]
    .map((place) => places[place % places.length] ?? 0)
    .sort((left, right) => left - right);
  return { text, span: { start, end } };
});

describe('documentText', () => {
  it.each(seedNames)('prints %s to the letter, each clause with its id and its text', (name) => {
    const text = readSeed(name);
    const clauses = clausesIn(text);
    const { all } = page(documentText(text, clauses, null));
    expect(all('article').map(textIn)).toEqual([text]);
    expect(all('section').map((section) => [attributeOf(section, 'id'), textIn(section)])).toEqual(
      clauses.map(({ id, span }) => [id, text.slice(span.start, span.end)]),
    );
  });

  it('prints headings as headings of their level, and no other words in them', () => {
    const text = '实施方案\n一、总体要求\n（一）目标。到2020年建成。\n二、保障\n第一条 甲。\n';
    const { elements } = page(documentText(text, clausesIn(text), null));
    const headings = elements.filter(({ tagName }) => /^h\d$/u.test(tagName));
    expect(headings.map((heading) => [heading.tagName, textIn(heading)])).toEqual([
      ['h2', '一、总体要求'],
      ['h3', '（一）目标。'],
      ['h2', '二、保障'],
    ]);
  });

  it('marks exactly the quoted words, across clauses and headings', () => {
    fc.assert(
      fc.property(withSpan, ({ text, span }) => {
        const { all } = page(documentText(text, clausesIn(text), span));
        const marked = all('mark');
        expect(marked.map(textIn).join('')).toBe(asHtmlHolds(text.slice(span.start, span.end)));
        expect(marked.map((mark) => attributeOf(mark, 'id')).filter((id) => id !== '')).toEqual(
          span.start < span.end ? ['quotation'] : [],
        );
        expect(all('article').map(textIn)).toEqual([asHtmlHolds(text)]);
      }),
      { numRuns: 300 },
    );
  });

  it('never makes markup of what a document says', () => {
    const own = new Set(['html', 'head', 'body', 'article', 'section', 'h2', 'h3', 'h4', 'h5', 'h6']);
    fc.assert(
      fc.property(hostile, (text) => {
        const { elements, all } = page(documentText(text, clausesIn(text), null));
        expect(elements.map(({ tagName }) => tagName).filter((name) => !own.has(name))).toEqual([]);
        const attributes = elements.flatMap(({ attrs }) => attrs);
        expect(attributes.filter(({ name, value }) => name !== 'id' || !/^c\w+$/u.test(value))).toEqual([]);
        expect(all('article').map(textIn)).toEqual([asHtmlHolds(text)]);
      }),
      { numRuns: 300 },
    );
  });
});
