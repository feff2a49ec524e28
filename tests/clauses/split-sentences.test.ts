import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/clauses/split-sentences.ts';
import { readSeed, seedNames } from '../seed-documents.ts';

const sentencesOf = (text: string): string[] =>
  splitSentences(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

const pieces = [
  '推进应用',
  '。',
  '！',
  '？',
  '；',
  '，',
  '、',
  '。”',
  '（',
  '）',
  '“',
  '"',
  "'",
  '**',
  '.',
  ' ',
];
const more = [
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  '\f',
  '\u2028',
  '　',
  'Art. 5',
  'The end. ',
  'No',
  '12',
  '𠮷',
  '😀',
  '\uD83D',
  '\uE010',
];
const long = [
  '推'.repeat(450),
  '😀'.repeat(300),
  'word '.repeat(120),
  '甲；'.repeat(250),
  '甲，'.repeat(250),
];
const anyText = fc
  .array(fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...pieces, ...more) }, fc.constantFrom(...long)), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''));

describe('splitSentences', () => {
  it.each([
    ['推进应用。加强管理！为何？', ['推进应用。', '加强管理！', '为何？']],
    ['他说：“推进应用。”然后离开。', ['他说：“推进应用。”', '然后离开。']],
    ['（推进应用。）加强管理。', ['（推进应用。）', '加强管理。']],
    ['称“推进应用。”，加强管理。', ['称“推进应用。”，加强管理。']],
    ['推进应用……！！加强管理', ['推进应用……！！', '加强管理']],
    ['  推进应用。 \n\t加强管理。  ', ['推进应用。', '加强管理。']],
    ['。。。——“”', []],
    ['', []],
  ])('cuts %j', (text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
  });

  it.each([
    'The rules of Art. 5 apply.',
    'Some bodies, e.g. Boards, are exempt.',
    'See No. 3 of the annex.',
    'Gemäß Abs. 2 gilt dies z.B. Nicht.',
    'It rose by 3.5 percent to 12.25 in all.',
    'Example Inc. Berlin and Example Ltd. London agree.',
  ])('does not cut behind an abbreviation or inside a number: %s', (text) => {
    expect(sentencesOf(text)).toEqual([text]);
  });

  it('cuts Latin prose behind a full stop', () => {
    expect(sentencesOf('The board decides. The members vote. “Done.” They leave.')).toEqual([
      'The board decides.',
      'The members vote.',
      '“Done.”',
      'They leave.',
    ]);
  });

  it.each([
    ['000', '到2020年，网络化、', '力支撑。', '走在前列”提供有\n\n力支撑。'],
    ['000', '支持企业构建与客户', '转型升级。', '模式，提供\n\n基于互联网的故障预警'],
    ['000', '鼓励企业开展联合攻', '实现产业化应用。', '联合攻\n\n关，加强关键'],
    ['000', '(省发展改革委、', '等负责)', '省交通\n\n运输厅、省商务厅'],
  ])('rejoins a sentence of seed %s that a page break cut (%s)', (prefix, from, to, across) => {
    const sentence = sentencesOf(readSeed(prefix)).find((candidate) => candidate.includes(across));
    expect(sentence?.startsWith(from)).toBe(true);
    expect(sentence?.endsWith(to)).toBe(true);
  });

  it('does not join a heading with the paragraph under it', () => {
    expect(sentencesOf('总体要求\n推进应用。')).toEqual(['总体要求', '推进应用。']);
    expect(sentencesOf('推进应用（责任单位：省经信委、省教育厅）\n加强管理。')).toHaveLength(2);
  });

  it('looks at nothing outside the given span', () => {
    expect(splitSentences('甲甲。乙乙。丙丙。', { start: 3, end: 6 })).toEqual([{ start: 3, end: 6 }]);
    expect(splitSentences('甲甲。乙乙。丙丙。', { start: 4, end: 7 })).toEqual([
      { start: 4, end: 6 },
      { start: 6, end: 7 },
    ]);
  });

  it('cuts what is too long at semicolons, else at commas, else by length at a whole character', () => {
    const semicolons = `${'甲'.repeat(250)}；${'乙'.repeat(250)}。`;
    expect(sentencesOf(semicolons).map(({ length }) => length)).toEqual([251, 251]);
    expect(sentencesOf('推进，'.repeat(200)).map(({ length }) => length)).toEqual([399, 201]);
    const wide = sentencesOf(`甲${'𠮷'.repeat(1000)}`);
    for (const sentence of wide) expect(sentence.isWellFormed()).toBe(true);
    expect(wide.join('')).toHaveLength(2001);
  });

  it('gives trimmed spans in order that leave out nothing but white space and marks', () => {
    fc.assert(
      fc.property(anyText, fc.nat(20), fc.nat(20), (text, before, after) => {
        const within = { start: Math.min(before, text.length), end: Math.max(before, text.length - after) };
        within.end = Math.min(within.end, text.length);
        let at = within.start;
        for (const { start, end } of splitSentences(text, within)) {
          const sentence = text.slice(start, end);
          expect(start).toBeGreaterThanOrEqual(at);
          expect(text.slice(at, start)).not.toMatch(/[\p{L}\p{N}]/u);
          expect(sentence).toBe(sentence.trim());
          expect(sentence).not.toBe('');
          expect(sentence.length).toBeLessThanOrEqual(400);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(within.end);
        expect(text.slice(at, within.end)).not.toMatch(/[\p{L}\p{N}]/u);
      }),
      { numRuns: 500 },
    );
  });

  it.each(seedNames)(
    'ends no sentence of %s with an opening mark and begins none with a closing one',
    (name) => {
      for (const sentence of sentencesOf(readSeed(name))) {
        expect(sentence).not.toMatch(/[（(“《]$/u);
        expect(sentence).not.toMatch(/^[）)”》。，、；]/u);
      }
    },
  );

  it.each(['。', '。”', 'a. ', '，', '\n', '甲\n', '甲', '"', '“'])(
    '300,000 characters of %j take no time',
    (piece) => {
      const started = performance.now();
      sentencesOf(piece.repeat(300_000 / piece.length));
      expect(performance.now() - started).toBeLessThan(3_000);
    },
  );
});
