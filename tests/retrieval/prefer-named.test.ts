import { expect, it } from 'vitest';
import { preferNamed } from '../../src/retrieval/prefer-named.ts';
import type { RankedClause } from '../../src/retrieval/ranked-clause.ts';

function ranked(heading: string, score: number, level = 2): RankedClause {
  const span = { start: 0, end: 1 };
  const clause = {
    ...{
      id: heading,
      documentId: 'd',
      parentId: null,
      level,
      kind: 'arabic',
      label: '1.',
      number: 1,
      branch: 0,
    },
    ...{ heading, span, ownSpan: span, bodyStart: 0, row: 0 },
  };
  return { clause, score, denseZ: 0, textZ: 0, late: null };
}

const order = (question: string, ...clauses: RankedClause[]): string[] =>
  preferNamed(clauses, question).map(({ clause }) => clause.heading);

it('puts a clause that is called by its heading first, marks and script aside', () => {
  const others = [ranked('统筹三网融合发展', 3.4), ranked('推广信息终端产品', 2.9)] as const;
  expect(order('推广信息终端产品，省广播电视局参加吗？', ...others)[0]).toBe('推广信息终端产品');
  expect(order('“推廣信息終端產品”由誰負責', ...others)[0]).toBe('推广信息终端产品');
});

it.each([
  ['says it in other words', '怎么推广终端', ranked('推广信息终端产品', 2.9)],
  ['is far from answering', '推广信息终端产品', ranked('推广信息终端产品', 1.9)],
  ['has too short a heading', '物流的目标', ranked('物流', 2.9)],
  ['is the document itself', '推广信息终端产品', ranked('推广信息终端产品', 2.9, 0)],
])('keeps the best first where the question or the clause %s', (_reason, question, other) => {
  expect(order(question, ranked('统筹三网融合发展', 3.4), other)[0]).toBe('统筹三网融合发展');
});
