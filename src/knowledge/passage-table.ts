import type Database from 'better-sqlite3';
import type { IndexedPassage } from './knowledge-base.ts';
import { type PassageKind, passageKinds } from './make-passages.ts';

/** All passages of a generation in memory, 21 bytes each: a question looks at hundreds of them. */
export type PassageTable = {
  at(row: number): IndexedPassage | null;
  ofClause(clauseRow: number): IndexedPassage[];
};

type Row = {
  row: number;
  clause_row: number;
  kind: PassageKind;
  start: number;
  end: number;
  first_token: number;
  tokens: number;
};

/** Reads the passages of a generation; their rows count from 0, and those of one clause stand together. */
export function readPassageTable(database: Database.Database, count: number): PassageTable {
  const clauseRows = new Int32Array(count).fill(-1);
  const kinds = new Uint8Array(count);
  const starts = new Int32Array(count);
  const ends = new Int32Array(count);
  const firstTokens = new Uint32Array(count);
  const tokenCounts = new Uint32Array(count);
  const firstOfClause = new Map<number, number>();
  const all = database.prepare<[], Row>(
    'SELECT row, clause_row, kind, start, end, first_token, tokens FROM passages ORDER BY row',
  );
  for (const passage of all.iterate()) {
    const { row, clause_row: clauseRow, kind, start, end } = passage;
    clauseRows[row] = clauseRow;
    kinds[row] = passageKinds.indexOf(kind);
    starts[row] = start;
    ends[row] = end;
    firstTokens[row] = passage.first_token;
    tokenCounts[row] = passage.tokens;
    if (!firstOfClause.has(clauseRow)) firstOfClause.set(clauseRow, row);
  }
  const at = (row: number): IndexedPassage | null => {
    const clauseRow = clauseRows[row] ?? -1;
    const kind = passageKinds[kinds[row] ?? -1];
    if (clauseRow < 0 || kind === undefined) return null;
    const span = { start: starts[row] ?? 0, end: ends[row] ?? 0 };
    return { row, clauseRow, kind, span, firstToken: firstTokens[row] ?? 0, tokens: tokenCounts[row] ?? 0 };
  };
  const ofClause = (clauseRow: number): IndexedPassage[] => {
    const passages: IndexedPassage[] = [];
    for (let row = firstOfClause.get(clauseRow) ?? count; clauseRows[row] === clauseRow; row += 1) {
      const passage = at(row);
      if (passage !== null) passages.push(passage);
    }
    return passages;
  };
  return { at, ofClause };
}
