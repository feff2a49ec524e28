import { describe, expect, it } from 'vitest';
import { joinParagraphs } from '../../src/clauses/join-paragraphs.ts';

const paragraphsOf = (text: string): string[] =>
  joinParagraphs(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

describe('joinParagraphs', () => {
  it.each([
    ['prose that a line end cut', '推进应用，加强\n管理。', ['推进应用，加强\n管理。']],
    ['prose that a page break cut', '推进应用，加强\r\n\r\n\r\n管理。', ['推进应用，加强\r\n\r\n\r\n管理。']],
    ['three lines of one paragraph', '推进，\n加强，\n管理。', ['推进，\n加强，\n管理。']],
    [
      'Latin prose of broken lines',
      `${'The members of the board shall in every case'} and\nvote.`,
      undefined,
    ],
  ])('joins %s', (_what, text, expected) => {
    expect(paragraphsOf(text)).toEqual(expected ?? [text]);
  });

  it.each([
    ['complete sentences', '推进应用。\n加强管理。', ['推进应用。', '加强管理。']],
    ['a quoted sentence', '说：“推进应用。”\n加强管理。', ['说：“推进应用。”', '加强管理。']],
    ['items that end with a semicolon', '推进应用；\n加强管理。', ['推进应用；', '加强管理。']],
    ['a heading without marks', '总体要求\n推进应用。', ['总体要求', '推进应用。']],
    ['a closing parenthesis', '推进应用，加强管理（甲、乙）\n丙。', ['推进应用，加强管理（甲、乙）', '丙。']],
    ['short Latin lines', 'General provisions\nThe board votes.', ['General provisions', 'The board votes.']],
  ])('does not join %s', (_what, text, expected) => {
    expect(paragraphsOf(text)).toEqual(expected);
  });

  it('gives no paragraph for white space', () => {
    expect(paragraphsOf(' \n\t\r\n　\f')).toEqual([]);
    expect(paragraphsOf('')).toEqual([]);
  });

  it('stays inside the given span', () => {
    const text = '甲，\n乙，\n丙。';
    expect(joinParagraphs(text, { start: 3, end: 5 })).toEqual([{ start: 3, end: 5 }]);
  });
});
