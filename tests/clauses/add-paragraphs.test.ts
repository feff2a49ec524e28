import { describe, expect, it } from 'vitest';
import { type Clause, walkClauses } from '../../src/clauses/clause.ts';
import { parseDocument } from '../../src/clauses/parse-document.ts';

const kindsOf = (text: string): string[] =>
  [...walkClauses(parseDocument('d', text, '某法').root)].slice(1).map(describeClause);
const describeClause = ({ kind, number, level }: Clause): string =>
  `${'.'.repeat(level - 1)}${kind}:${number}`;

describe('paragraphs of an article behind its items', () => {
  it('belong to the article', () => {
    const text =
      '第三十四条　附加刑的种类如下：\n（一）罚金；\n（二）没收财产。\n附加刑也可以独立适用。\n第三十五条　甲。\n第三十六条　乙。';
    expect(kindsOf(text)).toEqual([
      ...['article:34', '.han-parenthesis:1', '.han-parenthesis:2', '.paragraph:2'],
      ...['article:35', 'article:36'],
    ]);
  });

  it('have the items that follow beneath them', () => {
    const text =
      '第一条　下列人员应当报名：\n（一）甲；\n（二）乙。\n有下列情形之一的，免予报名：\n（一）丙；\n（二）丁。\n第二条　完。';
    expect(kindsOf(text)).toEqual([
      ...['article:1', '.han-parenthesis:1', '.han-parenthesis:2', '.paragraph:2'],
      ...['..han-parenthesis:1', '..han-parenthesis:2', 'article:2'],
    ]);
  });

  it('are not believed where items have several paragraphs', () => {
    const text = '第一条　如下：\n（一）甲。\n甲又应当备案。\n（二）乙。\n乙又应当备案。\n第二条　完。';
    expect(kindsOf(text)).toEqual(['article:1', '.han-parenthesis:1', '.han-parenthesis:2', 'article:2']);
  });
});
