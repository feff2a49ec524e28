import { describe, expect, it } from 'vitest';
import { drawChanges } from '../../src/cli/draw-changes.ts';
import { plain } from '../../src/cli/draw-difference.ts';
import type { ClausePlace, LoggedChange } from '../../src/knowledge/change-log.ts';
import type { IndexedClause, IndexedDocument } from '../../src/knowledge/knowledge-base.ts';

const document: IndexedDocument = {
  id: 'd',
  name: 'dogs.txt',
  path: '/docs/dogs.txt',
  sha256: '',
  format: 'txt',
  clauses: 2,
  sentences: 2,
  title: '犬只管理办法',
  number: '鄂政发〔2015〕80号',
  issuer: '',
  issuedOn: '',
  effectiveOn: '',
  region: '',
  supersedes: [],
  guessed: [],
};

function clause(label: string, level = 1): IndexedClause {
  return {
    row: 0,
    id: `c${label}`,
    documentId: 'd',
    parentId: null,
    level,
    kind: level === 0 ? 'document' : 'article',
    label,
    number: 1,
    branch: 0,
    heading: '',
    span: { start: 0, end: 0 },
    ownSpan: { start: 0, end: 0 },
    bodyStart: 0,
  };
}

const place = (label: string, ...parents: string[]): ClausePlace => ({
  clause: clause(label),
  parents: parents.map((parent) => clause(parent)),
});
const root: ClausePlace = { clause: clause('', 0), parents: [] };

/** The lines of one change, below the ingest and the document. */
function draw(change: Omit<LoggedChange, 'formerPlace'> & { formerPlace?: ClausePlace }): string[] {
  const changes = [{ formerPlace: null, ...change }];
  const drawn = drawChanges([{ at: new Date(2024, 4, 6, 7, 8), documents: [{ document, changes }] }], plain);
  const [ingest, empty, citation, ...lines] = drawn.trimEnd().split('\n');
  expect([ingest, empty, citation]).toEqual([
    'Ingest of 2024-05-06 07:08',
    '',
    '《犬只管理办法》（鄂政发〔2015〕80号）',
  ]);
  return lines;
}

describe('drawChanges', () => {
  it('shows what was added or removed behind its address', () => {
    const text = '第二条 违者罚款。\n';
    expect(draw({ change: 'added', place: place('第二条', '一、'), before: null, after: text })).toEqual([
      '  added    一、第二条  违者罚款。',
    ]);
    expect(draw({ change: 'removed', place: place('第二条'), before: text, after: null })).toEqual([
      '  removed  第二条  违者罚款。',
    ]);
  });

  it('shows no more than a line of a long text', () => {
    const [line = ''] = draw({
      change: 'added',
      place: place('第二条'),
      before: null,
      after: `第二条 ${'罚'.repeat(500)}`,
    });
    expect(line).toMatch(/罚{120}…$/u);
  });

  it('shows the words of a clause that changed', () => {
    expect(
      draw({
        change: 'changed',
        place: place('第二条'),
        before: '第二条 罚款五十元。',
        after: '第二条 罚款一百元。',
      }),
    ).toEqual(['  changed  第二条', '    罚款[-五十-]{+一百+}元。']);
  });

  it('shows a label that is printed in another way', () => {
    expect(
      draw({ change: 'changed', place: place('第2条'), before: '第二条 罚款。', after: '第2条 罚款。' }),
    ).toEqual(['  changed  第2条', '    [-第二-]{+第2+}条 罚款。']);
  });

  it('shows where a clause was, and its words only when they changed', () => {
    const moved = { change: 'moved' as const, place: place('第三条'), formerPlace: place('第二条') };
    const line = '  moved    第二条 → 第三条';
    expect(draw({ ...moved, before: '第二条 罚款五十元。', after: '第三条 罚款五十元。' })).toEqual([line]);
    expect(draw({ ...moved, before: '第二条 罚款五十元。', after: '第三条 罚款一百元。' })).toEqual([
      line,
      '    罚款[-五十-]{+一百+}元。',
    ]);
  });

  it('names a whole document, and the text before the first label', () => {
    expect(draw({ change: 'removed', place: root, before: '', after: null })).toEqual([
      '  removed  (the whole document)',
    ]);
    expect(draw({ change: 'changed', place: root, before: '犬', after: '犬只' })[0]).toBe(
      '  changed  (preamble)',
    );
  });
});
