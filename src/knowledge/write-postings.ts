import type Database from 'better-sqlite3';
import { createPostingsEncoder } from './postings.ts';

/** Headings weigh half as much as the text of the clause itself; counted in halves. */
const bodyHalves = 2;
const contextHalves = 1;

/**
 * Writes the postings of all terms and the lengths of the clauses, once all of them are in the full-text table. FTS5
 * serves to cut and sort: it hands out the occurrences in the order of terms and rows, so that memory holds the
 * postings of one term at a time. @param clauses how many rows of clauses there are.
 */
export function writePostings(database: Database.Database, clauses: number): void {
  const lengths = new Uint32Array(clauses);
  const encoder = createPostingsEncoder();
  database.aggregate<number>('encode_postings', {
    start: 0,
    // Row and column come as one number, twice the row and one more in the body.
    step: (_total, occurrence) => {
      const isBody = occurrence % 2 === 1;
      const row = (occurrence - (isBody ? 1 : 0)) / 2;
      lengths[row] = (lengths[row] ?? 0) + 1;
      encoder.add(row, isBody ? bodyHalves : contextHalves);
    },
    result: () => encoder.take(),
  });
  database.exec(`
    CREATE VIRTUAL TABLE temp.occurrences USING fts5vocab (temp, clause_terms, instance);
    INSERT INTO terms
      SELECT term, COUNT(DISTINCT doc), encode_postings(doc * 2 + (col = 'body'))
      FROM temp.occurrences GROUP BY term;
    DROP TABLE temp.occurrences;
  `);
  database.prepare<[Buffer]>('INSERT INTO clause_lengths VALUES (?)').run(Buffer.from(lengths.buffer));
}
