import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/clauses/parse-document.ts';

describe('parseDocument of large texts', () => {
  const mostMs = 3_000;
  const repeat = (piece: string, length = 200_000): string => piece.repeat(Math.ceil(length / piece.length));

  it.each([
    ...[
      '(一)',
      '1.',
      '(一)\n',
      '1.\n',
      '一、\n',
      '1.\n2.\n',
      '--甲\n',
      '一是甲；二是乙。',
      '。（一）',
      '##',
      '\n',
    ],
    ...['第一条 甲。\n', '一、\n（一）\n1.\n', '- 1 -\n一、\n', '目录\n甲\n', '甲......1\n'],
  ])('200,000 characters of %j', (piece) => {
    const text = repeat(piece);
    const started = performance.now();
    parseDocument('d', text, 'title');
    expect(performance.now() - started).toBeLessThan(mostMs);
  });

  it.each([
    ['prose', repeat('推进互联网与各行业融合，', 1_000_000)],
    ['sentences', repeat('推进互联网应用。', 1_000_000)],
    ['one character', repeat('甲', 1_000_000)],
    ['white space behind a label', `一、${repeat(' ', 1_000_000)}甲`],
    ['white space inside a label', `（${repeat(' ', 1_000_000)}一）甲`],
  ])('one line of a million characters: %s', (_what, text) => {
    const started = performance.now();
    parseDocument('d', text, 'title');
    expect(performance.now() - started).toBeLessThan(mostMs);
  });
});
