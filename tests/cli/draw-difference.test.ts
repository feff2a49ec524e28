import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coloured, drawDifference, plain } from '../../src/cli/draw-difference.ts';

describe('drawDifference', () => {
  it.each([
    [
      'a word',
      'Whoever breaks this pays fifty dollars.',
      'Whoever breaks this pays sixty dollars.',
      'Whoever breaks this pays [-fifty-]{+sixty+} dollars.',
    ],
    [
      'a Chinese word',
      '违者由公安机关处罚款。',
      '违者由城管机关处罚款。',
      '违者由[-公安-]{+城管+}机关处罚款。',
    ],
    ['a word that is new', '禁止吸烟。', '禁止吸烟饮酒。', '禁止吸烟{+饮酒+}。'],
    ['nothing but line breaks', '禁止\n吸烟。', '禁止吸烟。', '禁止吸烟。'],
    ['all', '禁止吸烟。', 'Closed', '[-禁止吸烟。-]{+Closed+}'],
    ['what was empty', '', 'Closed', '{+Closed+}'],
  ])('marks %s', (_what, before, after, expected) => {
    expect(drawDifference(before, after, plain)).toBe(expected);
  });

  it('leaves out what is far from any difference', () => {
    const long = 'word '.repeat(100);
    const drawn = drawDifference(`${long}fifty ${long}`, `${long}sixty ${long}`, plain);
    expect(drawn).toMatch(/^…(?:word ){1,9}\[-fifty-\]\{\+sixty\+\} (?:word ?){1,9}…$/u);
  });

  it('marks with colours where there are some', () => {
    expect(drawDifference('禁止吸烟。', '禁止饮酒。', coloured)).toBe(
      '禁止\u001b[31m\u001b[9m吸烟\u001b[29m\u001b[39m\u001b[32m饮酒\u001b[39m。',
    );
  });

  it('is done in a moment with long texts that have nothing in common', () => {
    const text = (from: number): string =>
      Array.from({ length: 20_000 }, (_, at) => `w${from + at}`).join(' ');
    const started = performance.now();
    expect(drawDifference(text(0), text(50_000), plain)).toMatch(
      /^\[-w0 .*….*w19999-\]\{\+w50000 .*….*w69999\+\}$/u,
    );
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('holds both texts, whatever they are', () => {
    const words = fc.array(fc.constantFrom('甲', '乙', '公安', 'a', 'b.', ' ', '。'), { maxLength: 12 });
    const bare = (text: string): string => text.replace(/\s/gu, '');
    const mark = { removed: (text: string) => `<${text}>`, added: (text: string) => `{${text}}` };
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [before, after] = [one.join(''), other.join('')];
        const drawn = drawDifference(before, after, mark);
        expect(bare(drawn.replace(/\{[^}]*\}/gu, '').replace(/[<>]/gu, ''))).toBe(bare(before));
        expect(bare(drawn.replace(/<[^>]*>/gu, '').replace(/[{}]/gu, ''))).toBe(bare(after));
      }),
    );
  });
});
