import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IndexedClause } from '../../src/knowledge/knowledge-base.ts';
import { documentPage } from '../../src/web/document-page.ts';
import { wordsFor } from '../../src/web/page-words.ts';
import { clausesIn, makeDocument, makeView } from './document-view.ts';
import { attributeOf, elementsIn, readPage, textIn } from './read-page.ts';

const english = wordsFor('en');
const text = '实施方案\n一、总体要求\n（一）目标。到2020年建成。\n1. 甲。\n第二部分\n二、保障\n';

/** 2 MiB in 20,000 clauses below one another. */
function bigView(): { text: string; clauses: IndexedClause[] } {
  const line = `第一条 ${'推进<互联网>&融合'.repeat(10)}。\n`;
  const big = line.repeat(20_000);
  const [root, first] = clausesIn(line);
  if (root === undefined || first === undefined) throw new Error('Expected a clause in the line, got none.');
  const clauses = Array.from({ length: 20_000 }, (_, row) => {
    const span = { start: row * line.length, end: (row + 1) * line.length };
    return { ...first, id: `c${row}`, row, span, ownSpan: span, bodyStart: span.start + 3, heading: '甲' };
  });
  return { text: big, clauses: [{ ...root, span: { start: 0, end: big.length } }, ...clauses] };
}

describe('documentPage', () => {
  it('says what is known of the document, and what of it is inferred', () => {
    const document = makeDocument({
      ...{
        number: '鄂政发〔2015〕80号',
        issuer: '省政府',
        issuedOn: '2015-12-24',
        effectiveOn: '2016-01-01',
      },
      guessed: ['issuedOn'],
    });
    const { all } = readPage(
      documentPage(makeView(text, { document, notices: ['It is replaced.'] }), english),
    );
    expect(all('h1').map(textIn)).toEqual(['实施方案']);
    expect(all('dt').map(textIn)).toEqual(['Number', 'Issuer', 'Issued on', 'In force from', 'File']);
    expect(all('dd').map(textIn)).toEqual([
      ...['鄂政发〔2015〕80号', '省政府', '2015-12-24 inferred', '2016-01-01', 'a.txt'],
    ]);
    expect(all('p').map(textIn)).toEqual(['It is replaced.']);
  });

  it('tells the language of the page and that of the document', () => {
    const { all } = readPage(documentPage(makeView(text, { language: 'ja' }), english));
    expect(attributeOf(all('html')[0] ?? never(), 'lang')).toBe('en');
    expect(attributeOf(all('article')[0] ?? never(), 'lang')).toBe('ja');
  });

  it('lists the two outermost levels of the outline, nested, each a link to its clause', () => {
    const { all } = readPage(documentPage(makeView(text), english));
    const [details = never()] = all('details');
    const links = elementsIn(details).filter(({ tagName }) => tagName === 'a');
    expect(links.map(textIn)).toEqual(['一、总体要求', '（一）目标', '二、保障']);
    const lists = elementsIn(details).filter(({ tagName }) => tagName === 'ol');
    expect(lists.map((list) => elementsIn(list).filter(({ tagName }) => tagName === 'li').length)).toEqual([
      3, 1,
    ]);
    const ids = new Set(all('section').map((section) => attributeOf(section, 'id')));
    expect(links.map((link) => ids.has(attributeOf(link, 'href').slice(1)))).toEqual([true, true, true]);
  });

  it('has no outline where there is none, and shows the first words of clauses without a heading', () => {
    expect(readPage(documentPage(makeView('没有条款的通知。'), english)).all('details')).toEqual([]);
    const articles = '第一条 为了加强公路的养护，制定本办法。\n第二条 公路养护由交通运输部门负责组织实施。\n';
    const { all } = readPage(documentPage(makeView(articles), english));
    expect(all('li').map(textIn)).toEqual([
      '第一条 为了加强公路的养护，制定本办法。',
      '第二条 公路养护由交通运输部门负责组织实施。',
    ]);
  });

  it('shows the address of the quoted words above, with a link to them', () => {
    const quoted = { span: { start: 5, end: 9 }, citation: '《实施方案》 一' };
    const { all } = readPage(documentPage(makeView(text, { quoted }), english));
    expect(all('p').map(textIn)).toEqual(['Quoted 《实施方案》 一 5–9']);
    const marks = all('mark');
    expect(marks.map(textIn)).toEqual([text.slice(5, 9)]);
    expect(all('a').map((link) => attributeOf(link, 'href'))).toContain(
      `#${attributeOf(marks[0] ?? never(), 'id')}`,
    );
  });

  it('never makes markup of what is known of a document', () => {
    const plain = readPage(
      documentPage(makeView(text, { document: filled('甲'), notices: ['甲'] }), english),
    );
    const shape = plain.elements.map(({ tagName, attrs }) => [tagName, ...attrs.map(({ name }) => name)]);
    const hostile = fc.constantFrom(
      '</title><script>',
      '"><img src=x onerror=1>',
      "' x='",
      '</style>',
      '\u202e&lt;',
    );
    fc.assert(
      fc.property(hostile, fc.string({ unit: 'grapheme', minLength: 1 }), (markup, other) => {
        const value = `${markup}${other}`;
        const page = documentPage(makeView(text, { document: filled(value), notices: [value] }), english);
        const { elements, all } = readPage(page);
        expect(elements.map(({ tagName, attrs }) => [tagName, ...attrs.map(({ name }) => name)])).toEqual(
          shape,
        );
        expect(all('h1').map(textIn)).toEqual([value.replaceAll('\0', '\uFFFD')]);
        expect(all('title').map(textIn).join()).not.toContain('\u202e');
      }),
    );
  });

  it('prints a text of 2 MiB in less than a second', () => {
    const view = makeView('', { ...bigView(), quoted: { span: { start: 0, end: 2_000_000 }, citation: '' } });
    // The best of three: other test files compete for the processor.
    const tookMs = [1, 2, 3].map(() => {
      const started = performance.now();
      expect(documentPage(view, english).length).toBeGreaterThan(2 * 1024 * 1024);
      return performance.now() - started;
    });
    expect(Math.min(...tookMs)).toBeLessThan(1_000);
  });
});

const filled = (value: string): ReturnType<typeof makeDocument> =>
  makeDocument({
    title: value,
    number: value,
    issuer: value,
    issuedOn: value,
    effectiveOn: value,
    name: value,
  });

function never(): never {
  throw new Error('Expected an element, got none.');
}
