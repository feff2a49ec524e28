import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchTerms } from '../../src/knowledge/search-terms.ts';

describe('searchTerms', () => {
  it.each([
    ['Chinese', '信息消费', ['信息', '息消', '消费']],
    ['a single Chinese character', '省', ['省']],
    ['Chinese with marks', '省、市', ['省', '市']],
    ['English', 'The Board’s 30-day period', ['the', 'board', 's', '30', 'day', 'period']],
    ['both in one run', '互联网O2O模式', ['互联', '联网', 'o2o', '模式']],
    ['full width', 'ＡＢ１２', ['ab12']],
    ['Korean', '정보 통신망', ['정보', '통신', '신망']],
    ['Thai', 'กขค', ['กข', 'ขค']],
    ['Japanese', 'カタカナ', ['カタ', 'タカ', 'カナ']],
    ['Latin with accents', 'Müller café', ['müller', 'café']],
    ['characters of two units', '𠮷野家', ['𠮷野', '野家']],
    ['what FTS5 takes for an operator', '"NEAR(', ['near']],
    ['nothing', '', []],
    ['marks only', '。？！…😀', []],
  ])('cuts %s', (_what, text, expected) => {
    expect(searchTerms(text)).toEqual(expected);
  });

  it('gives terms without white space, quotation marks or emptiness for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        for (const term of searchTerms(text)) expect(term).toMatch(/^[^\s"]+$/u);
      }),
      { numRuns: 1_000 },
    );
  });

  it('finds the terms of a part among those of the whole', () => {
    const word = fc
      .array(fc.constantFrom(...'信息消费升级推进'), { minLength: 2 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(word, word, word, (before, part, after) => {
        const whole = new Set(searchTerms(`${before}${part}${after}`));
        expect(searchTerms(part).every((term) => whole.has(term))).toBe(true);
      }),
    );
  });
});
