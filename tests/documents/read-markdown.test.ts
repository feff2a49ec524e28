import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../src/documents/read-markdown.ts';
import { defaultReadingLimits, type ReadText } from '../../src/documents/reading-limits.ts';

async function read(markdown: string): Promise<ReadText> {
  const source = { path: '/docs/a.md', name: 'a.md' };
  return readMarkdown(new TextEncoder().encode(markdown), source, defaultReadingLimits);
}
const textOf = async (markdown: string): Promise<string> => (await read(markdown)).text;

describe('readMarkdown', () => {
  it('takes the syntax away and marks the headings', async () => {
    const { text, layout } = await read(
      '# 供暖办法\n\n## 第一章 **总则**\n\n第一条　为了*供暖*，见[条例](http://a)。\n',
    );
    expect(text).toBe('供暖办法\n第一章 总则\n第一条　为了供暖，见条例。\n');
    const marked = layout.headings.map(({ span, level }) => [level, text.slice(span.start, span.end)]);
    expect(marked).toEqual([
      [1, '供暖办法'],
      [2, '第一章 总则'],
    ]);
  });

  it('keeps the labels of lists as they are shown', async () => {
    expect(await textOf('1. 甲\n1. 乙\n   - 子\n   * 丑\n\n7) 丙\n')).toBe(
      '1. 甲\n2. 乙\n- 子\n• 丑\n7) 丙\n',
    );
  });

  it.each([
    '一、总则\n（一）甲\n1、乙\n1）丙\n①丁\n第一条　戊\n',
    '第一条　甲\n　　第二条　乙\n',
    '3.5亿元投资\n2015年\n',
    '5＊6＝30，甲_乙\n',
  ])('leaves what is no Markdown: %j', async (markdown) => {
    expect((await textOf(markdown)).replace(/\s/gu, '')).toBe(markdown.replace(/\s/gu, ''));
  });

  it('takes an indentation of four blanks for none, not for code', async () => {
    expect(await textOf('甲\n\n    第一条 乙\n')).toBe('甲\n第一条 乙\n');
  });

  it('draws tables, keeps code, and leaves out comments and front matter', async () => {
    const markdown =
      '---\ntitle: 甲\n---\n| 任务 | 单位 |\n|---|---|\n| 供暖 | 住建厅 |\n\n<!-- 注 -->\n\n```\n代码\n```\n';
    expect(await textOf(markdown)).toBe('任务 | 单位\n供暖 | 住建厅\n代码\n');
  });

  it.each([
    ['lists on one line', `${'- '.repeat(800)}甲\n`],
    ['lists line by line', Array.from({ length: 800 }, (_, level) => `${'  '.repeat(level)}- 甲`).join('\n')],
    ['quotations', `${'>'.repeat(800)}甲\n`],
  ])('refuses %s that are nested 800 deep, at once', async (_what, markdown) => {
    const started = performance.now();
    await expect(read(markdown)).rejects.toMatchObject({ code: 'document-too-nested' });
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('reads what is nested 30 deep', async () => {
    const nested = Array.from({ length: 30 }, (_, level) => `${'  '.repeat(level)}- 甲${level}`).join('\n');
    expect((await textOf(nested)).trim().split('\n')).toHaveLength(30);
  });

  it('reads any text without an exception, and loses no letter of plain prose', async () => {
    const piece = fc.constantFrom(
      '第一条',
      '甲',
      '。',
      '\n',
      '\n\n',
      '# ',
      '- ',
      '1. ',
      '> ',
      '*',
      '`',
      '|',
      '---\n',
      '<!--',
      ' ',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const { text, layout } = await read(pieces.join(''));
        for (const { span } of layout.headings) expect(text.slice(span.start, span.end).trim()).not.toBe('');
      }),
    );
  });

  it('keeps numbers as they are typed, with their gaps', async () => {
    expect(await textOf('1. 甲\n3. 丙\n10. 癸\n')).toBe('1. 甲\n3. 丙\n10. 癸\n');
  });

  it('keeps the text of a footnote', async () => {
    expect(await textOf('甲[^1]。\n\n[^1]: 供暖期内。\n')).toBe('甲。\n供暖期内。\n');
  });
});
