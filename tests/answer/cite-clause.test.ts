import { describe, expect, it } from 'vitest';
import { citeClause } from '../../src/answer/cite-clause.ts';
import type { IndexedClause, IndexedDocument } from '../../src/knowledge/knowledge-base.ts';

function makeDocument(changes: Partial<IndexedDocument> = {}): IndexedDocument {
  return {
    id: 'd1',
    name: 'plan.txt',
    path: '/docs/plan.txt',
    sha256: '',
    format: 'txt',
    title: '智慧湖北行动方案',
    number: '鄂政办发〔2015〕55号',
    issuer: '',
    issuedOn: '',
    effectiveOn: '',
    region: '',
    supersedes: [],
    guessed: [],
    clauses: 0,
    sentences: 0,
    ...changes,
  };
}

/** A path of clauses with these labels below the document itself; - stands for a bullet with that number. */
function makePath(...labels: string[]): IndexedClause[] {
  const span = { start: 0, end: 1 };
  const clause = { documentId: 'd1', parentId: null, heading: '', span, ownSpan: span, bodyStart: 0 };
  return ['', ...labels].map((label, level) => {
    const bullet = /^-(\d+)$/u.exec(label)?.[1];
    const kind = bullet === undefined ? 'han-enumeration' : 'bullet';
    const number = Number(bullet ?? 0);
    return {
      ...clause,
      row: level,
      id: `c${level}`,
      level,
      kind,
      label: bullet === undefined ? label : '--',
      number,
      branch: 0,
    };
  });
}

describe('citeClause', () => {
  it.each([
    ['the outermost clause', ['一、'], '一'],
    ['a clause in a clause', ['一、', '（二）'], '一、（二）'],
    ['three levels, without the last mark', ['一、', '（二）', '3.'], '一、（二）3'],
    ['an enumeration with 、', ['二、', '（一）', '1、'], '二、（一）1'],
    ['an article in a chapter', ['第一章', '第三条'], '第一章第三条'],
    ['white space inside a label', ['第 三 条'], '第三条'],
    ['an item without a label', ['一、', '（二）', '-3'], '一、（二）第3项'],
    ['the document itself', [], ''],
  ])('prints the address of %s', (_what, labels, address) => {
    expect(citeClause(makeDocument(), makePath(...labels))).toBe(
      `《智慧湖北行动方案》（鄂政办发〔2015〕55号）${address}`,
    );
  });

  it('prints a number with parentheses of its own once', () => {
    const document = makeDocument({ number: '（鄂政办发〔2015〕55号）' });
    expect(citeClause(document, makePath('一、'))).toBe('《智慧湖北行动方案》（鄂政办发〔2015〕55号）一');
  });

  it('puts a space where there is no number', () => {
    const document = makeDocument({ number: '' });
    expect(citeClause(document, makePath('一、', '（二）'))).toBe('《智慧湖北行动方案》 一、（二）');
    expect(citeClause(document, makePath())).toBe('《智慧湖北行动方案》');
  });

  it('does not print a file name, or a title in another script, as a Chinese title', () => {
    const named = makeDocument({ title: 'plan', number: '' });
    expect(citeClause(named, makePath('一、'))).toBe('plan 一');
    const english = makeDocument({ title: 'Data Protection Act', number: '' });
    expect(citeClause(english, makePath('1.'))).toBe('Data Protection Act 1');
  });
});
