import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { walkClauses } from '../../src/clauses/clause.ts';
import { parseDocument } from '../../src/clauses/parse-document.ts';
import type { Assignment } from '../../src/responsibility/assignment.ts';
import { findAssignments, isFirstLeadingIn } from '../../src/responsibility/find-assignments.ts';
import { readSeed, seedNames } from '../seed-documents.ts';

const find = (text: string): Assignment[] =>
  findAssignments(
    text,
    { ownSpan: { start: 0, end: text.length }, span: { start: 0, end: text.length }, label: '' },
    isFirstLeadingIn(text),
  );
const shown = (text: string): string[] => find(text).map(({ name, role }) => `${name} ${role}`);

describe('findAssignments', () => {
  it.each<[string, string[]]>([
    ['建设宽带。（责任单位：省经信委、省通信管理局等）', ['省经信委 joint', '省通信管理局 joint']],
    [
      '建设。(牵头单位：省经信厅;配合单位：省财政厅、教育厅)',
      ['省经信厅 lead', '省财政厅 support', '省教育厅 support'],
    ],
    ['建设。（省经信委、省发改委等负责）', ['省经信委 joint', '省发改委 joint']],
    ['建设。（省发展改革委牵头）', ['省发展改革委 lead']],
    [
      '建设。（由省住建厅牵头，省财政厅、省水利厅配合）',
      ['省住建厅 lead', '省财政厅 support', '省水利厅 support'],
    ],
    ['建设。（省住建厅、省财政厅按职责分工负责）', ['省住建厅 joint', '省财政厅 joint']],
    [
      '建设。（责任单位：省网\n信办，各市、\r\n州、县人民政府）',
      ['省网信办 joint', '各市、州、县人民政府 joint'],
    ],
    [
      '建设。（责任单位：省委宣传部（省文明办）、省文化厅）',
      ['省委宣传部（省文明办） joint', '省文化厅 joint'],
    ],
    ['（责任单位：甲厅、乙局，排在第一位的为牵头单位，下同）', ['甲厅 lead', '乙局 support']],
    [
      'Build it. (Responsible: Ministry of Works, Ministry of Finance)',
      ['Ministry of Works joint', 'Ministry of Finance joint'],
    ],
    ['建设。（见附件）（以下简称项目）（2015—2017年）', []],
    ['责任单位没有写在括号里。', []],
  ])('%j', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it('lets a unit of the list that a sentence says more of answer for the whole clause', () => {
    const text = '由省经信厅牵头，建立机制。各地总结经验。（责任单位：省经信厅，各市、州、县人民政府）';
    expect(find(text).map(({ name, role, scope }) => [name, role, scope])).toEqual([
      ['省经信厅', 'lead', null],
      ['各市、州、县人民政府', 'joint', null],
    ]);
  });

  it('ends a list whose bracket is never closed with its paragraph', () => {
    expect(shown('建设。（责任单位：省经信厅、省财政厅\n下一段文字，省教育厅。')).toEqual([
      '省经信厅 joint',
      '省财政厅 joint',
    ]);
  });

  it.each(seedNames)('has evidence that contains the unit, for all of %s', (name) => {
    const text = readSeed(name);
    const { root } = parseDocument('d', text, 'title');
    const withoutSpace = (part: string): string => part.replace(/\s+/gu, '');
    for (const clause of walkClauses(root)) {
      for (const { printed, evidence } of findAssignments(text, clause, isFirstLeadingIn(text))) {
        const proof = withoutSpace(text.slice(evidence.start, evidence.end));
        for (const piece of printed.split('、')) expect(proof).toContain(piece);
        expect(evidence.start).toBeGreaterThanOrEqual(clause.ownSpan.start);
        expect(evidence.end).toBeLessThanOrEqual(clause.ownSpan.end);
      }
    }
  });

  it('finds every list of the seeds that says 责任单位', () => {
    for (const name of seedNames) {
      const text = readSeed(name);
      const printed = text.match(/[（(]责任单位/gu)?.length ?? 0;
      const spans = [...walkClauses(parseDocument('d', text, 'title').root)].flatMap((clause) =>
        findAssignments(text, clause, false).map(({ evidence }) => evidence.start),
      );
      const lists = [...new Set(spans)].filter((start) => text.slice(start, start + 5).includes('责任单位'));
      expect(lists).toHaveLength(printed);
    }
  });

  it('ends for any text', () => {
    const piece = fc.constantFrom(
      '（',
      '）',
      '责任单位：',
      '省经信委',
      '、',
      '负责',
      '牵头',
      '，',
      '；',
      '\n',
      '(',
      ')',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        for (const { evidence, printed } of find(text)) {
          expect(evidence.end).toBeLessThanOrEqual(text.length);
          expect(printed).not.toBe('');
        }
      }),
    );
  });
});
