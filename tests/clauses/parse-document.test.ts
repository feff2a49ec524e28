import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Clause, walkClauses } from '../../src/clauses/clause.ts';
import { parseDocument, plainLayout } from '../../src/clauses/parse-document.ts';
import { linesOf } from '../../src/documents/lines-of.ts';
import { readSeed, seedNames } from '../seed-documents.ts';
import { outlineOf } from './outline-of.ts';

const parse = (text: string): Clause => parseDocument('d', text, 'title').root;
const ownTexts = (text: string): string[] =>
  [...walkClauses(parse(text))].map(({ ownSpan }) => text.slice(ownSpan.start, ownSpan.end));

const labels = [
  '一、',
  '二、',
  '（一）',
  '(二)',
  '（三）',
  '1.',
  '2.',
  '３．',
  '1、',
  '①',
  '②',
  '第一条 ',
  '第三条　',
];
const moreLabels = [
  '第一章 ',
  '附件1 ',
  '专栏2',
  '一是',
  '二是',
  '--',
  '•',
  '## 一、',
  '**（二）**',
  '1\uE010',
  '第一条之一　',
  '第二条第一款',
  'Article 1 ',
  '§ 2 ',
  '(a) ',
  '(i) ',
  '1.1 ',
  '제1조(',
  '２　',
  '目录\n',
  '- 3 -\n',
];
const noise = [
  '甲',
  '。',
  '，',
  '：',
  '。”',
  '（',
  '）',
  ' ',
  '　',
  '\t',
  'Art. 5',
  '5亿元',
  '2015年',
  '𠮷',
  '😀',
  '\u0301',
];
const breaks = [
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  '\f',
  '\u2028',
  '\u2029',
  '\u0085',
  '\u0000',
  '\u001b',
  '\uD800',
  '\uDC00',
];
const anyText = fc
  .array(fc.constantFrom(...labels, ...moreLabels, ...noise, ...breaks, '\n', '\n', '。'), { maxLength: 80 })
  .map((pieces) => pieces.join(''));

/** The own spans of all clauses follow each other from the first character to the last. */
function expectCovered(text: string, root: Clause): void {
  let at = 0;
  for (const { ownSpan } of walkClauses(root)) {
    expect(ownSpan.start).toBe(at);
    expect(ownSpan.end).toBeGreaterThanOrEqual(ownSpan.start);
    at = ownSpan.end;
  }
  expect(at).toBe(text.length);
}

describe('parseDocument', () => {
  it('keeps the text before the first label as the own text of the document', () => {
    expect(ownTexts('某办法\n\n一、甲\n二、乙')).toEqual(['某办法\n\n', '一、甲\n', '二、乙']);
  });

  it('makes one clause of a text without labels', () => {
    const root = parse('没有编号的文字。');
    expect(root).toMatchObject({ level: 0, label: '', heading: 'title', parentId: null, children: [] });
    expect(root.ownSpan).toEqual({ start: 0, end: 8 });
  });

  it('leaves CRLF in the text and out of the labels and headings', () => {
    const text = '一、甲\r\n\r\n（一）子。正文。\r\n二、乙\r\n';
    expect(outlineOf(text)).toEqual(['一、', '.（一）', '二、']);
    expect(ownTexts(text)).toEqual(['', '一、甲\r\n\r\n', '（一）子。正文。\r\n', '二、乙\r\n']);
    expect([...walkClauses(parse(text))].map(({ heading }) => heading)).toEqual(['title', '甲', '子', '乙']);
  });

  it('begins a clause at its label and leaves the indentation to the one before', () => {
    expect(ownTexts('前言\n　一、甲\n\t  二、乙')).toEqual(['前言\n　', '一、甲\n\t  ', '二、乙']);
  });

  it('puts Markdown marks into the clause and out of its label', () => {
    const text = '# 某办法\n## 一、甲\n正文。\n## 二、乙\n**（一）子。** 正文。\n**（二）丑。** 正文。\n';
    expect(outlineOf(text)).toEqual(['一、', '二、', '.（一）', '.（二）']);
    expect(ownTexts(text)[1]).toBe('## 一、甲\n正文。\n');
    expect([...walkClauses(parse(text))].at(-1)?.heading).toBe('丑');
  });

  it('reads digits of full width and prints them as they stand', () => {
    const root = parse('１．甲\n２．乙\n（１）子\n（２）丑\n');
    const found = [...walkClauses(root)].slice(1).map(({ label, number }) => ({ label, number }));
    expect(found).toEqual([
      { label: '１．', number: 1 },
      { label: '２．', number: 2 },
      { label: '（１）', number: 1 },
      { label: '（２）', number: 2 },
    ]);
  });

  it('counts bullets among their siblings', () => {
    const bullets = [...walkClauses(parse('（一）甲：\n--子\n--丑\n（二）乙：\n--寅'))].filter(
      ({ kind }) => kind === 'bullet',
    );
    expect(bullets.map(({ number }) => number)).toEqual([1, 2, 1]);
  });

  it('keeps the ids of all clauses when the text of one changes', () => {
    const ids = (text: string): string[] => [...walkClauses(parse(text))].map(({ id }) => id);
    expect(ids('一、甲\n（一）子。\n二、乙')).toEqual(
      ids('前言。一、新\n一、甲甲\n（一）丑。新的句子。\n二、丙'),
    );
    expect(ids('一、甲')).not.toEqual(
      [...walkClauses(parseDocument('e', '一、甲', 'title').root)].map(({ id }) => id),
    );
  });

  it('covers any text with own spans, without gap or overlap', () => {
    fc.assert(
      fc.property(anyText, (text) => expectCovered(text, parse(text))),
      { numRuns: 500 },
    );
  });

  it('covers it whatever lines the format marks as headings', () => {
    fc.assert(
      fc.property(anyText, fc.array(fc.nat({ max: 9 })), (text, picked) => {
        const lines = [...linesOf(text)].filter(({ start, end }) => text.slice(start, end).trim() !== '');
        const headings = lines
          .filter((_, index) => picked.includes(index))
          .map((span, index) => ({ span, level: (index % 3) + 1 }));
        expectCovered(text, parseDocument('d', text, 'title', { ...plainLayout, headings }).root);
      }),
    );
  });

  it('covers the seeds, whole, cut and with flipped bytes', () => {
    const seed = fc.constantFrom(...seedNames.map((name) => new TextEncoder().encode(readSeed(name))));
    const flips = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 30 });
    fc.assert(
      fc.property(seed, fc.nat(), flips, (bytes, cut, changes) => {
        const damaged = bytes.slice(cut % 2 === 0 ? 0 : cut % bytes.length);
        for (const [place, byte] of changes) damaged[place % damaged.length] = byte;
        const text = new TextDecoder().decode(damaged);
        expectCovered(text, parse(text));
      }),
      { numRuns: 60 },
    );
  });

  it('makes a tree of any text: children inside parents and behind one another, ids used once', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clauses = [...walkClauses(parse(text))];
        expect(new Set(clauses.map(({ id }) => id)).size).toBe(clauses.length);
        for (const parent of clauses) {
          let at = parent.ownSpan.end;
          for (const child of parent.children) {
            expect(child).toMatchObject({ parentId: parent.id, level: parent.level + 1 });
            expect(child.span.start).toBe(at);
            at = child.span.end;
          }
          expect(parent.span.end).toBe(at);
          expect(parent.bodyStart).toBeGreaterThanOrEqual(parent.span.start);
          expect(parent.bodyStart).toBeLessThanOrEqual(parent.ownSpan.end);
        }
      }),
      { numRuns: 500 },
    );
  });
});
