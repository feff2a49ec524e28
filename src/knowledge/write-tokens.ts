import { open } from 'node:fs/promises';
import type Database from 'better-sqlite3';
import type { EmbeddingCache } from './embedding-cache.ts';

type PassageRow = { row: number; clause_row: number; key: Buffer };

/**
 * Writes the token rows of all passages one behind the other, notes at each passage where its own begin, and
 * counts in how many clauses each token occurs.
 * @returns the length of a row, 0 when the model has no token projection.
 */
export async function writeTokens(
  database: Database.Database,
  cache: EmbeddingCache,
  path: string,
): Promise<number> {
  const passages = database
    .prepare<[], PassageRow>('SELECT row, clause_row, key FROM passages ORDER BY row')
    .all();
  const place = database.prepare<[number, number, number]>(
    'UPDATE passages SET first_token = ?, tokens = ? WHERE row = ?',
  );
  const counter = createTokenCounter();
  let written = 0;
  let dimensions = 0;
  const file = await open(path, 'w');
  try {
    database.exec('BEGIN');
    for (const { row, clause_row: clauseRow, key } of passages) {
      const tokens = cache.get(key)?.tokens ?? null;
      if (tokens === null || tokens.ids.length === 0) continue;
      await file.appendFile(new Uint8Array(tokens.rows.buffer));
      place.run(written, tokens.ids.length, row);
      counter.add(clauseRow, tokens.ids);
      written += tokens.ids.length;
      dimensions = tokens.dimensions;
    }
    const insert = database.prepare<[number, number]>('INSERT INTO token_counts VALUES (?, ?)');
    for (const [token, clauses] of counter.counts) insert.run(token, clauses);
    database.exec('COMMIT');
  } finally {
    await file.close();
  }
  return dimensions;
}

/** Counts a token once a clause; the passages of a clause come one behind the other. */
function createTokenCounter(): {
  counts: Map<number, number>;
  add(clauseRow: number, ids: Int32Array): void;
} {
  const counts = new Map<number, number>();
  const seen = new Set<number>();
  let current = -1;
  return {
    counts,
    add: (clauseRow, ids) => {
      if (clauseRow !== current) seen.clear();
      current = clauseRow;
      for (const id of ids) {
        if (!seen.has(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
        seen.add(id);
      }
    },
  };
}
