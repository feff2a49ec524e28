import type Database from 'better-sqlite3';
import type { Role } from '../responsibility/assignment.ts';
import type { ClauseAssignment, KnowledgeBase } from './knowledge-base.ts';
import { readOnce } from './read-once.ts';

type Row = {
  clauseRow: number;
  name: string;
  printed: string;
  role: Role;
  start: number;
  end: number;
  scopeStart: number | null;
  scopeEnd: number | null;
};

const columns =
  'clause_row AS clauseRow, name, printed, role, start, end, scope_start AS scopeStart, scope_end AS scopeEnd';

/** Reads who is responsible from the database of a generation. The caller closes it. */
export function createAssignmentReader(
  database: Database.Database,
): Pick<KnowledgeBase, 'assignmentsOf' | 'listAssignments'> {
  const ofClause = database.prepare<[number], Row>(
    `SELECT ${columns} FROM assignments WHERE clause_row = ? ORDER BY rowid`,
  );
  const all = database.prepare<[], Row>(`SELECT ${columns} FROM assignments ORDER BY rowid`);
  return {
    assignmentsOf: (clauseRow) => ofClause.all(clauseRow).map(toAssignment),
    listAssignments: readOnce(database, () => all.all().map(toAssignment)),
  };
}

function toAssignment({ start, end, scopeStart, scopeEnd, ...fields }: Row): ClauseAssignment {
  const scope = scopeStart === null || scopeEnd === null ? null : { start: scopeStart, end: scopeEnd };
  return { ...fields, evidence: { start, end }, scope };
}
