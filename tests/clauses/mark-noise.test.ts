import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { markNoise } from '../../src/clauses/mark-noise.ts';
import { parseDocument } from '../../src/clauses/parse-document.ts';
import { splitSentences } from '../../src/clauses/split-sentences.ts';
import { readSeed, seedNames } from '../seed-documents.ts';

const noiseFile = new URL('./seed-outlines/noise.json', import.meta.url);
const expected = z.record(z.string(), z.array(z.string())).parse(JSON.parse(readFileSync(noiseFile, 'utf8')));
const noiseOf = (text: string): Array<[string, string]> =>
  markNoise(text, []).map(({ span, reason }) => [text.slice(span.start, span.end).trim(), reason]);

describe('markNoise', () => {
  it.each(seedNames)('marks the lines of %s that an annotator marked, and signatures beside', (name) => {
    const marked = noiseOf(readSeed(name)).filter(([, reason]) => reason !== 'signature');
    expect(marked.map(([line]) => line)).toEqual(expected[name]);
  });

  it('marks who signed, and when', () => {
    const text = '某市供暖办法\n一、甲。\n二、乙。\n某市人民政府办公厅\n2018年12月26日\n';
    expect(noiseOf(text)).toEqual([
      ['某市人民政府办公厅', 'signature'],
      ['2018年12月26日', 'signature'],
    ]);
  });

  it('takes a table of contents for noise up to where its first entry comes again', () => {
    const text =
      '供暖条例\n目  录\n第一章 总则\n第二章 供暖\n第一章 总则\n第一条　甲。\n第二章 供暖\n第二条　乙。\n';
    expect(noiseOf(text)).toEqual([['目  录\n第一章 总则\n第二章 供暖', 'contents']]);
    const { root } = parseDocument('d', text, '供暖条例');
    expect(root.children.map(({ label, heading }) => `${label}${heading}`)).toEqual([
      '第一章总则',
      '第二章供暖',
    ]);
  });

  it('knows a table of contents by the dots that lead to its page numbers', () => {
    const text =
      'Heating Act\nArticle 1 Scope ........ 1\nArticle 2 Fees ........ 2\nArticle 3 Fines ..... 9\nArticle 1 Scope\nText.\n';
    expect(noiseOf(text).map(([, reason]) => reason)).toEqual(['contents']);
    expect(parseDocument('d', text, 'Heating Act').root.children).toHaveLength(1);
  });

  it('marks page numbers, and headers that come again on each page', () => {
    const page = (number: number): string => `某市文件\n甲乙丙丁。\n- ${number} -\n`;
    const text = [page(1), page(2), page(3)].join('\f');
    const ofAPage = ['page-header', 'page-number'];
    expect(noiseOf(text).map(([, reason]) => reason)).toEqual([...ofAPage, ...ofAPage, ...ofAPage]);
  });

  it('leaves numbers, dates and signatures of the text alone', () => {
    for (const line of ['2015', '12', '湖北省人民政府', '来源地管理办法。', '首页设计应当简洁。'])
      expect(noiseOf(`一、甲\n${line}\n二、乙\n`)).toEqual([]);
  });

  it('keeps noise out of sentences and in the text', () => {
    const text = '甲县应当\n- 3 -\n建立制度。';
    const noise = markNoise(text, []);
    const sentences = splitSentences(text, { start: 0, end: text.length }, noise);
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual(['甲县应当', '建立制度。']);
  });

  it('gives spans in order that do not overlap, for any text', () => {
    const piece = fc.constantFrom(
      '目录\n',
      '- 1 -\n',
      '首页 > 甲\n',
      '抄送：甲\n',
      '甲',
      '。\n',
      '\f',
      '......3\n',
      '来源：乙\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const spans = markNoise(pieces.join(''), []).map(({ span }) => span);
        spans.forEach(({ start, end }, index) => {
          expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
          expect(end).toBeGreaterThan(start);
        });
      }),
    );
  });
});
