import type Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KnowledgeBase } from '../../src/knowledge/knowledge-base.ts';
import { openDatabase } from '../../src/knowledge/open-database.ts';
import { createSchema } from '../../src/knowledge/schema.ts';
import { searchTerms } from '../../src/knowledge/search-terms.ts';
import { createTermReader } from '../../src/knowledge/term-table.ts';
import { writePostings } from '../../src/knowledge/write-postings.ts';

/** The terms of a clause: of its text, and of the headings above it. */
type Terms = { body: readonly string[]; context: readonly string[] };

type Reader = Pick<KnowledgeBase, 'matchTerms' | 'clausesWithTerm'>;

/** Lets `look` read clauses as a generation holds them, beside the full-text table that they were made from. */
function withClauses(
  clauses: readonly Terms[],
  look: (reader: Reader, database: Database.Database) => void,
): void {
  const database = openDatabase(':memory:');
  try {
    createSchema(database);
    const insert = database.prepare('INSERT INTO clause_terms (rowid, body, context) VALUES (?, ?, ?)');
    for (const [row, { body, context }] of clauses.entries())
      insert.run(row, body.join(' '), context.join(' '));
    writePostings(database, clauses.length);
    look(createTermReader(database), database);
  } finally {
    database.close();
  }
}

const clausesOf = (...bodies: string[]): Terms[] =>
  bodies.map((body) => ({ body: searchTerms(body), context: [] }));

describe('the terms of a generation', () => {
  it('score as FTS5 scores them', () => {
    const term = fc.constantFrom('公路', '路养', '养护', 'road', '5g', '2020', 'ก็', 'हिन्दी', '𠮷野');
    const text = fc.array(term, { maxLength: 12 });
    const clauses = fc.array(fc.record({ body: text, context: text }), { minLength: 1, maxLength: 25 });
    const asked = fc.uniqueArray(fc.oneof(term, fc.constant('不在')), { minLength: 1 });
    fc.assert(
      fc.property(clauses, asked, (written, terms) => {
        withClauses(written, (reader, database) => {
          const match = database.prepare<[string], { row: number; score: number }>(
            'SELECT rowid AS row, -bm25(clause_terms, 1.0, 0.5) AS score FROM clause_terms WHERE clause_terms MATCH ?',
          );
          const expected = new Map(
            match.all(terms.map((one) => `"${one}"`).join(' OR ')).map(({ row, score }) => [row, score]),
          );
          const matches = reader.matchTerms(terms);
          for (const row of written.keys()) {
            const score = expected.get(row) ?? 0;
            expect(Math.abs(matches.scoreOf(row) - score)).toBeLessThanOrEqual(1e-9 * score);
          }
          expect(new Set(matches.best(written.length))).toEqual(new Set(expected.keys()));
          const scores = [...expected.values()];
          expect(matches.sum).toBeCloseTo(
            scores.reduce((sum, score) => sum + score, 0),
            9,
          );
          expect(matches.squares).toBeCloseTo(
            scores.reduce((sum, score) => sum + score * score, 0),
            9,
          );
          for (const one of terms) expect(reader.clausesWithTerm(one)).toBe(match.all(`"${one}"`).length);
        });
      }),
    );
  });

  it('score as BM25 is defined', () => {
    const clauses = clausesOf('公路 公路 养护 学校', '公路 学校', '校车', '登记', '报告', '检查');
    withClauses(clauses, ({ matchTerms }) => {
      const bm25 = (held: number, frequency: number, length: number): number => {
        const average = (4 + 2 + 1 + 1 + 1 + 1) / 6;
        const idf = Math.log((6 - held + 0.5) / (held + 0.5));
        return (idf * frequency * 2.2) / (frequency + 1.2 * (0.25 + (0.75 * length) / average));
      };
      const { scoreOf, best } = matchTerms(['公路', '养护']);
      expect(scoreOf(0)).toBeCloseTo(bm25(2, 2, 4) + bm25(1, 1, 4), 12);
      expect(scoreOf(1)).toBeCloseTo(bm25(2, 1, 2), 12);
      expect([2, 3, 4, 5].map(scoreOf)).toEqual([0, 0, 0, 0]);
      expect(best(10)).toEqual([0, 1]);
    });
  });

  it('count half in headings, and a little where most clauses have them', () => {
    const clauses = [
      { body: ['学校'], context: ['校车'] },
      { body: ['校车'], context: ['学校'] },
      { body: ['学校'], context: [] },
    ];
    withClauses(clauses, ({ matchTerms }) => {
      expect(matchTerms(['校车']).best(3)).toEqual([1, 0]);
      expect(matchTerms(['学校']).best(3)).toEqual([2, 0, 1]);
      expect(matchTerms(['学校']).scoreOf(2)).toBeLessThan(1e-5);
    });
  });

  it.each([
    ['Thai', 'ประชาชนต้องแจ้งก็ได้'],
    ['Hindi', 'हिन्दी में नियम'],
    ['Burmese', 'မြန်မာ'],
    ['Arabic with vowels', 'العَرَبِيَّة'],
    ['Greek', 'Σίσυφος'],
    ['rare Chinese characters', '𫠠𰻝面'],
  ])('are found as they were cut in %s', (_language, text) => {
    withClauses(clausesOf('公路的养护', text), ({ matchTerms, clausesWithTerm }) => {
      for (const term of searchTerms(text)) {
        expect(clausesWithTerm(term)).toBe(1);
        expect(matchTerms([term]).best(2)).toEqual([1]);
      }
    });
  });

  it.each<[string, Terms[]]>([
    ['no clause', []],
    ['clauses without a term', clausesOf('。', '')],
  ])('of %s match nothing', (_what, clauses) => {
    withClauses(clauses, ({ matchTerms, clausesWithTerm }) => {
      expect(matchTerms(['公路'])).toMatchObject({ sum: 0, squares: 0 });
      expect(matchTerms(['公路']).best(10)).toEqual([]);
      expect(clausesWithTerm('公路')).toBe(0);
    });
  });
});
