import type Database from 'better-sqlite3';
import { bestRows } from './best-rows.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import { lengthNorms, scoreTerms, type TermPostings } from './score-terms.ts';

/**
 * Reads the full text of a generation: the lengths of the clauses stay in memory, eight bytes each, and the postings
 * of the terms of a question are read when it is asked. The caller closes the database.
 */
export function createTermReader(
  database: Database.Database,
): Pick<KnowledgeBase, 'matchTerms' | 'clausesWithTerm'> {
  const postings = database.prepare<[string], TermPostings>(
    'SELECT clauses, postings FROM terms WHERE term = ?',
  );
  const count = database.prepare<[string], { clauses: number }>('SELECT clauses FROM terms WHERE term = ?');
  const norms = lengthNorms(readLengths(database));
  return {
    matchTerms: (terms) => {
      const scores = scoreTerms(
        terms.flatMap((term) => postings.get(term) ?? []),
        norms,
      );
      return {
        scoreOf: (clauseRow) => scores[clauseRow] ?? 0,
        best: (most) => bestRows(scores, most),
        ...addUp(scores),
      };
    },
    clausesWithTerm: (term) => count.get(term)?.clauses ?? 0,
  };
}

/** A loop, because `reduce` with its calls takes longer than all the scoring. */
function addUp(scores: Float64Array): { sum: number; squares: number; highest: number } {
  let sum = 0;
  let squares = 0;
  let highest = 0;
  for (let row = 0; row < scores.length; row += 1) {
    const score = scores[row] ?? 0;
    sum += score;
    squares += score * score;
    if (score > highest) highest = score;
  }
  return { sum, squares, highest };
}

function readLengths(database: Database.Database): Uint32Array {
  const row = database.prepare<[], { lengths: Buffer }>('SELECT lengths FROM clause_lengths').get();
  // Copied, because a view on 32-bit numbers must begin at a multiple of four.
  return new Uint32Array(Uint8Array.from(row?.lengths ?? []).buffer);
}
