import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHanNumber } from '../../src/clauses/han-number.ts';
import { formatHanNumber } from '../../src/documents/format-han-number.ts';

const digits = [...'零一二三四五六七八九'];

/** Prints a number below ten thousand as a law does: 10 is 十, 110 is 一百一十, 1004 is 一千零四. */
function print(number: number): string {
  const places = [...String(number).padStart(4, '0')].map(Number);
  let printed = '';
  for (const [index, unit] of ['千', '百', '十', ''].entries()) {
    const digit = places[index] ?? 0;
    const isGap = digit === 0 && !printed.endsWith('零') && printed !== '';
    if (digit > 0) printed += digits[digit] + unit;
    else if (isGap) printed += '零';
  }
  return printed.replace(/零$/u, '').replace(/^一十/u, '十');
}

describe('parseHanNumber', () => {
  it('reads back every number from 1 to 9999', () => {
    for (let number = 1; number <= 9999; number += 1) {
      expect(parseHanNumber(print(number)), print(number)).toBe(number);
      expect(formatHanNumber(number)).toBe(print(number));
    }
  });

  it.each([
    ['一千零三十四', 1034],
    ['二十', 20],
    ['一〇三', 103],
    ['二〇一五', 2015],
    ['一十二', 12],
    ['零', 0],
    ['〇', 0],
  ])('reads %s as %i', (text, number) => {
    expect(parseHanNumber(text)).toBe(number);
  });

  it.each(['', '第一', '一万', '12', '一 二', 'a', '壹', '一二三四五', '一二三四五六七八九'])(
    'finds no number below ten thousand in %j',
    (text) => {
      expect(parseHanNumber(text)).toBeNull();
    },
  );

  it('is a whole number below ten thousand, or null, for any run of numerals', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'〇零一二三四五六七八九十百千'), { maxLength: 400 }), (run) => {
        const number = parseHanNumber(run.join(''));
        expect(number === null || (Number.isInteger(number) && number >= 0 && number < 10_000)).toBe(true);
      }),
    );
  });
});
