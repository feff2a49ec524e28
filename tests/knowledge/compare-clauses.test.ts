import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { walkClauses } from '../../src/clauses/clause.ts';
import { foldText } from '../../src/clauses/fold-text.ts';
import { parseDocument } from '../../src/clauses/parse-document.ts';
import { type ComparedClause, compareClauses } from '../../src/knowledge/compare-clauses.ts';

/** The clauses of a text as the index has them. */
function clausesOf(text: string): ComparedClause[] {
  const { root } = parseDocument('d', text, '办法');
  return [...walkClauses(root)].map(({ id, parentId, level, label, ownSpan }) => {
    return { id, parentId, level, label, text: text.slice(ownSpan.start, ownSpan.end) };
  });
}

/** One line a change: `moved 第三条 → 第四条`. */
function tell(before: string, after: string): string[] {
  return compareClauses(clausesOf(before), clausesOf(after)).map((change) => {
    const [from, to] = [change.before?.label, change.after?.label];
    return `${change.change} ${change.change === 'moved' ? `${from} → ${to}` : (to ?? from)}`;
  });
}

const dogs = '犬只在公共场所须系绳。';
const fines = '违反本办法的，由公安机关处以五十元罚款。';
const parks = '公园每日六时开放，二十二时关闭。';
const schools = '学校每年向教育部门报告一次安全检查的情况。';

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const articles = (...bodies: string[]): string =>
  `办法\n${bodies.map((body, index) => `第${numerals[index]}条 ${body}\n`).join('')}`;

describe('compareClauses', () => {
  it.each<[string, string, string, string[]]>([
    ['nothing', articles(dogs, fines), articles(dogs, fines), []],
    [
      'white space and width only',
      articles(dogs, fines),
      articles(dogs, '违反本办法的,由公安\n机关处以五十元罚款。'),
      [],
    ],
    ['one sentence', articles(dogs, fines), articles(dogs, fines.replace('五', '八')), ['changed 第二条']],
    ['all words of an article', articles(dogs, fines), articles(dogs, schools), ['changed 第二条']],
    ['the text before the first label', articles(dogs), `关于犬只的${articles(dogs)}`, ['changed ']],
    ['an article at the end', articles(dogs), articles(dogs, fines), ['added 第二条']],
    ['no article at the end', articles(dogs, fines), articles(dogs), ['removed 第二条']],
    [
      'an article in the middle, the others renumbered',
      articles(dogs, fines, parks),
      articles(dogs, schools, fines, parks),
      ['added 第二条', 'moved 第二条 → 第三条', 'moved 第三条 → 第四条'],
    ],
    [
      'an article in the middle, numbered as a branch',
      articles(dogs, fines),
      articles(dogs, fines).replace('第二条', `第一条之二 ${schools}\n第二条`),
      ['added 第一条之二'],
    ],
    [
      'no article in the middle, the others renumbered',
      articles(dogs, schools, fines, parks),
      articles(dogs, fines, parks),
      ['removed 第二条', 'moved 第三条 → 第二条', 'moved 第四条 → 第三条'],
    ],
    [
      'a renumbered article, slightly edited',
      articles(dogs, fines, parks),
      articles(dogs, schools, fines.replace('公安机关', '城管机关'), parks),
      ['added 第二条', 'moved 第二条 → 第三条', 'moved 第三条 → 第四条'],
    ],
    [
      'two articles that change places',
      articles(dogs, fines),
      articles(fines, dogs),
      ['moved 第二条 → 第一条', 'moved 第一条 → 第二条'],
    ],
    [
      'short articles, which could be any',
      articles('略。', dogs),
      articles(schools, fines, '略。', dogs),
      ['changed 第一条', 'added 第二条', 'added 第三条', 'moved 第二条 → 第四条'],
    ],
    [
      'short items, which move with their article',
      articles(dogs, `${fines}\n（一）学校；\n（二）医院。`),
      articles(dogs, schools, `${fines}\n（一）学校；\n（二）医院。`),
      ['added 第二条', 'moved 第二条 → 第三条', 'moved （一） → （一）', 'moved （二） → （二）'],
    ],
    [
      'a short heading, which moves with its articles',
      `第一章 总则\n第一条 ${dogs}\n第二章 附则\n第二条 ${parks}\n`,
      `第一章 总则\n第一条 ${dogs}\n第二章 罚则\n第二条 ${fines}\n第三章 附则\n第三条 ${parks}\n`,
      ['added 第二章', 'added 第二条', 'moved 第二章 → 第三章', 'moved 第二条 → 第三条'],
    ],
  ])('tells of %s', (_what, before, after, expected) => {
    expect(tell(before, after)).toEqual(expected);
  });

  it('pairs English articles by their words', () => {
    const scope = 'Article 1 This Act applies to dogs in all public places of the city.\n';
    const fine = 'Article 2 Whoever breaks this Act pays a fine of fifty dollars to the city.\n';
    const after = `${scope}Article 2 Schools report once a year.\n${fine.replace('2', '3').replace('fifty', 'sixty')}`;
    expect(tell(scope + fine, after)).toEqual(['added Article 2', 'moved Article 2 → Article 3']);
  });

  it('takes articles after one pattern for those at the same place', () => {
    const centres = ['武汉', '宜昌', '襄阳'].map((city) => `到2017年在${city}市建成示范小区二十个以上。`);
    const edited = centres.map((body) => body.replace('二十', '五十'));
    expect(tell(articles(...centres), articles(...edited))).toEqual([
      'changed 第一条',
      'changed 第二条',
      'changed 第三条',
    ]);
    const [wuhan = '', yichang = ''] = centres;
    const swapped = [yichang.replace('二十', '三十'), yichang.replace('二十', '五十')];
    expect(tell(articles(wuhan, yichang), articles(...swapped))).toEqual([
      'changed 第一条',
      'changed 第二条',
    ]);
  });

  it('never takes the document itself for a clause', () => {
    const changes = tell(`${dogs}\n第一条 ${fines}\n`, `第一条 ${dogs}\n第二条 ${fines}\n`);
    expect(changes).toEqual(['changed ', 'added 第一条', 'moved 第一条 → 第二条']);
  });

  it('does not take short items for moved that only look alike', () => {
    const list = (...items: string[]): string =>
      articles(
        `下列场所禁止携带犬只进入：\n${items.map((item, at) => `（${numerals[at]}）${item}；\n`).join('')}`,
      );
    expect(tell(list('学校', '医院'), list('车站', '学校'))).toEqual(['changed （一）', 'changed （二）']);
  });

  it('is done in a moment with thousands of articles that were all written anew', () => {
    const text = (subject: string): string =>
      Array.from(
        { length: 4_000 },
        (_, at) => `第${at + 1}条 ${subject}每年向第${at}号部门报告一次。\n`,
      ).join('');
    const started = performance.now();
    expect(compareClauses(clausesOf(text('学校')), clausesOf(text('公路')))).toHaveLength(4_000);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

const text = fc.constantFrom(
  '',
  '略',
  '附则',
  dogs,
  fines,
  fines.replace('五', '八'),
  parks,
  `${parks} `,
  schools,
);

/** Clauses in any order, each beneath an earlier one or at the top, with ids from a small set. */
const anyClauses: fc.Arbitrary<ComparedClause[]> = fc
  .uniqueArray(fc.record({ id: fc.integer({ min: 0, max: 12 }), text, parent: fc.nat(20) }), {
    selector: ({ id }) => id,
    maxLength: 12,
  })
  .map((drawn) =>
    drawn.map(({ id, text: body, parent }, index) => ({
      id: String(id),
      parentId: parent < index ? String(drawn[parent]?.id) : null,
      level: 1,
      label: `第${id}条`,
      text: `第${id}条 ${body}`,
    })),
  );

describe('compareClauses, whatever the clauses', () => {
  it('finds nothing between a document and itself', () => {
    fc.assert(
      fc.property(anyClauses, (clauses) => {
        expect(compareClauses(clauses, clauses)).toEqual([]);
        expect(compareClauses(clauses, structuredClone(clauses))).toEqual([]);
      }),
    );
  });

  it('accounts for each clause once', () => {
    fc.assert(
      fc.property(anyClauses, anyClauses, (before, after) => {
        const changes = compareClauses(before, after);
        const told = changes.flatMap((change) => (change.before === null ? [] : [change.before.id]));
        const toldAfter = changes.flatMap((change) => (change.after === null ? [] : [change.after.id]));
        expect(new Set(told).size).toBe(told.length);
        expect(new Set(toldAfter).size).toBe(toldAfter.length);
        // What is not told of is there in both, with the same id and text.
        const rest = (clauses: ComparedClause[], ids: string[]): string[][] =>
          clauses.filter(({ id }) => !ids.includes(id)).map((clause) => [clause.id, foldText(clause.text)]);
        expect(rest(before, told).toSorted()).toEqual(rest(after, toldAfter).toSorted());
        for (const change of changes) {
          if (change.change === 'moved') expect(change.before.id).not.toBe(change.after.id);
          if (change.change !== 'changed') continue;
          expect(change.before.id).toBe(change.after.id);
          expect(foldText(change.before.text)).not.toBe(foldText(change.after.text));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the order of the new document, and what was removed at its old place', () => {
    fc.assert(
      fc.property(anyClauses, anyClauses, (before, after) => {
        const changes = compareClauses(before, after);
        const place = new Map(after.map(({ id }, index) => [id, index]));
        const places = changes.flatMap((change) =>
          change.after === null ? [] : [place.get(change.after.id) ?? 0],
        );
        expect(places).toEqual(places.toSorted((one, other) => one - other));
        const removed = changes.flatMap(({ change, before: gone }) =>
          change === 'removed' ? [gone.id] : [],
        );
        const told = changes.flatMap((change) => (change.before === null ? [] : [change]));
        let behind = -1;
        for (const { id } of before) {
          const change = told.find((candidate) => candidate.before.id === id);
          if (!removed.includes(id)) behind = place.get(change?.after?.id ?? id) ?? behind;
          if (change === undefined || !removed.includes(id)) continue;
          const at = changes.indexOf(change);
          const side = (part: typeof changes): number[] =>
            part.flatMap(({ after: there }) => (there === null ? [] : [place.get(there.id) ?? 0]));
          expect(side(changes.slice(0, at)).every((index) => index <= behind)).toBe(true);
          expect(side(changes.slice(at)).every((index) => index > behind)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('tells of every clause when the other document has none', () => {
    fc.assert(
      fc.property(anyClauses, (clauses) => {
        expect(compareClauses(clauses, []).map(({ change }) => change)).toEqual(clauses.map(() => 'removed'));
        expect(compareClauses([], clauses).map(({ change }) => change)).toEqual(clauses.map(() => 'added'));
      }),
    );
  });
});
