import { describe, expect, it } from 'vitest';
import { walkClauses } from '../../src/clauses/clause.ts';
import { parseDocument } from '../../src/clauses/parse-document.ts';
import { makePassages } from '../../src/knowledge/make-passages.ts';

const passagesOf = (text: string, label: string, headings: readonly string[]) => {
  const clause = [...walkClauses(parseDocument('d', text, '通知').root)].find((one) => one.label === label);
  if (clause === undefined) throw new Error(`Expected a clause ${label}.`);
  return makePassages(text, clause, headings).map(({ kind, span, modelText, listedCharacters }) => ({
    kind,
    quoted: text.slice(span.start, span.end),
    modelText,
    listed: modelText.slice(0, listedCharacters),
  }));
};

describe('makePassages', () => {
  it('takes each sentence as it stands, and the clause with its headings', () => {
    const text = '一、供暖\n供暖期为十一月十五日至次年三月十五日。遇寒潮天气可以提前五天开始供暖。';
    expect(passagesOf(text, '一、', ['通知', '供暖'])).toEqual([
      expect.objectContaining({ kind: 'sentence', modelText: '供暖期为十一月十五日至次年三月十五日。' }),
      expect.objectContaining({ kind: 'sentence', modelText: '遇寒潮天气可以提前五天开始供暖。' }),
      expect.objectContaining({ kind: 'clause', listed: '通知 供暖' }),
    ]);
  });

  it('reads a short item of a list with its headings: on its own it would say nothing', () => {
    const text = '一、标准\n1. 室温不低于18度。\n2. 费用按面积计算。';
    expect(passagesOf(text, '1.', ['通知', '标准', ''])[0]).toEqual({
      kind: 'sentence',
      quoted: '室温不低于18度。',
      modelText: '通知 标准 室温不低于18度。',
      listed: '通知 标准 室温不低于18度。',
    });
  });

  it('puts a short sentence together with its neighbour', () => {
    const text = '一、处罚\n经营者应当公示停车场的收费标准。不公示的罚款。';
    const [first, ...rest] = passagesOf(text, '一、', ['通知', '处罚']);
    expect(first?.quoted).toBe('经营者应当公示停车场的收费标准。不公示的罚款。');
    expect(rest.map(({ kind }) => kind)).toEqual(['clause']);
  });

  it('leaves out lists in brackets, and clauses that have only clauses beneath', () => {
    const text =
      '一、任务\n（一）道路\n道路养护由县级人民政府负责组织实施。（责任单位：省交通运输厅、各市人民政府）\n（二）桥梁\n桥梁养护同上。';
    expect(passagesOf(text, '一、', ['通知', '任务'])).toEqual([]);
    const sentences = passagesOf(text, '（一）', ['通知', '任务', '道路']).filter(
      ({ kind }) => kind === 'sentence',
    );
    expect(sentences.map(({ quoted }) => quoted)).toEqual(['道路养护由县级人民政府负责组织实施。']);
  });
});
