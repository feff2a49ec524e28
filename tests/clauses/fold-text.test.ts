import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/clauses/fold-text.ts';

const pieces = [
  '甲',
  'か',
  'カ',
  'ｶﾞ',
  '한',
  'a',
  '1',
  '１',
  '。',
  '，',
  ' ',
  '\n\n',
  '　',
  '\uE010',
  '*',
  '_',
  '#',
  '\u0301',
  '\u3099',
];

describe('foldText', () => {
  it.each([
    ['a page break between Chinese characters', '提供有\n\n力支撑', '提供有力支撑'],
    ['a page break behind a Chinese full stop', '推进。\r\n 加强', '推进。加强'],
    ['a line end between Latin words', 'the\nboard', 'the board'],
    ['a line end between Chinese and Latin', '推进\nO2O', '推进 O2O'],
    ['a lost full stop between digits', '增长3\uE0105%', '增长3.5%'],
    ['a lost full stop behind a label', '1\uE010市场主导', '1 市场主导'],
    ['forms of full width', 'ＡＢＣ１２３（一）', 'ABC123(一)'],
    ['Markdown', '## **1. Scope** of _rules_', '1. Scope of rules'],
    ['white space around', ' 　\t甲 \n', '甲'],
    ['nothing', '', ''],
  ])('folds %s', (_what, text, expected) => {
    expect(foldText(text)).toBe(expected);
  });

  it('changes nothing when applied again', () => {
    const mixed = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(mixed, fc.string({ unit: 'binary' })), (text) => {
        const folded = foldText(text);
        expect(foldText(folded)).toBe(folded);
      }),
      { numRuns: 2_000 },
    );
  });
});
