import type Database from 'better-sqlite3';
import { readOnce } from './read-once.ts';

/**
 * Reads which document a clause belongs to, from memory: the clauses of a document stand together, so that the first
 * row of each says it for all. Null for a row before all of them.
 */
export function createDocumentRows(database: Database.Database): (clauseRow: number) => string | null {
  const firsts = readOnce(database, () =>
    database
      .prepare<[], { id: string; first: number }>(
        'SELECT document_id AS id, min(row) AS first FROM clauses GROUP BY document_id ORDER BY first',
      )
      .all(),
  );
  return (clauseRow) => {
    const documents = firsts();
    let [low, high] = [0, documents.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((documents[middle]?.first ?? 0) <= clauseRow) low = middle + 1;
      else high = middle;
    }
    return documents[low - 1]?.id ?? null;
  };
}
