import { describe, expect, it } from 'vitest';
import { walkClauses } from '../../src/clauses/clause.ts';
import { parseDocument } from '../../src/clauses/parse-document.ts';
import { assignResponsibility } from '../../src/responsibility/assign-responsibility.ts';

function read(text: string): { units: Record<string, string[]>; notes: string[] } {
  const { root, noise } = parseDocument('d', text, 'title');
  const { byClause, notes } = assignResponsibility(text, root, noise);
  const units = [...walkClauses(root)].flatMap(({ id, label }) => {
    const names = (byClause.get(id) ?? []).map(({ name }) => name);
    return names.length === 0 ? [] : [[label, names]];
  });
  return { units: Object.fromEntries(units), notes: notes.map(({ reason }) => reason) };
}

describe('assignResponsibility', () => {
  it('gives a list at the end of each section to the section', () => {
    const text = [
      '一、修路\n（一）勘察。\n（二）施工。\n责任单位：市交通局',
      '二、服务\n（一）办证。\n（二）培训。（责任单位：市人社局）',
    ].join('\n');
    expect(read(text)).toEqual({
      units: { '一、': ['市交通局'], '二、': ['市人社局'] },
      notes: ['holds-for-section', 'holds-for-section'],
    });
  });

  it('leaves each list to its item where the items have lists of their own', () => {
    const text = [
      '一、修路\n（一）勘察。（责任单位：市规划局）\n（二）施工。（责任单位：市交通局）',
      '二、服务\n（一）办证。\n（二）培训。（责任单位：市人社局）',
    ].join('\n');
    expect(read(text)).toEqual({
      units: { '（一）': ['市规划局'], '（二）': ['市人社局'] },
      notes: [],
    });
  });

  it('leaves a list of one section alone: once is no habit', () => {
    expect(read('一、修路\n（一）勘察。\n（二）施工。（责任单位：市交通局）').units).toEqual({
      '（二）': ['市交通局'],
    });
  });

  it('keeps what is no name whole and says so', () => {
    const unclear = '甲'.repeat(200);
    expect(read(`一、修路。（责任单位：市交通局、${unclear}）`)).toEqual({
      units: { '一、': ['市交通局', unclear] },
      notes: ['not-split'],
    });
  });

  it('reads a list of 500 units', () => {
    const list = Array.from({ length: 500 }, (_, index) => `市第${index}局`).join('、');
    expect(read(`一、修路。（责任单位：${list}）`).units['一、']).toHaveLength(500);
  });
});
