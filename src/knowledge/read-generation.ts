import type Database from 'better-sqlite3';
import type { DocumentFormat } from '../documents/source-document.ts';
import { createAssignmentReader } from './assignment-table.ts';
import { documentRecord } from './document-record.ts';
import { createDocumentRows } from './document-rows.ts';
import type { IndexedClause, IndexedDocument, KnowledgeBase } from './knowledge-base.ts';
import { readPassageTable } from './passage-table.ts';
import { readOnce } from './read-once.ts';
import { remember } from './remember.ts';
import { createTermReader } from './term-table.ts';

type DocumentRow = {
  id: string;
  name: string;
  path: string;
  sha256: string;
  format: DocumentFormat;
  metadata: string;
  clauses: number;
  sentences: number;
};

type ClauseRow = {
  row: number;
  id: string;
  document_id: string;
  parent_id: string | null;
  level: number;
  kind: string;
  label: string;
  number: number;
  branch: number;
  heading: string;
  start: number;
  end: number;
  own_end: number;
  body_start: number;
};

/** The report of a document that the index does not have. */
const noReport = '{"noise":[],"gaps":[],"notTaken":[],"responsibility":[]}';

/** The texts of this many documents, and this many rows of documents and clauses, are kept at hand. */
const mostTexts = 64;
const mostRows = 4_096;

const documentColumns = 'id, name, path, sha256, format, metadata, clauses, sentences';

/** Reads documents, clauses, passages and terms from the database of a generation. The caller closes it. */
export function createReader(
  database: Database.Database,
  passageCount: number,
): Pick<
  KnowledgeBase,
  | 'listDocuments'
  | 'findDocument'
  | 'regions'
  | 'textOf'
  | 'reportOf'
  | 'clausesOf'
  | 'findClause'
  | 'clauseAt'
  | 'documentIdAt'
  | 'clausesNumbered'
  | 'assignmentsOf'
  | 'listAssignments'
  | 'passagesOf'
  | 'passageAt'
  | 'matchTerms'
  | 'clausesWithTerm'
  | 'clausesWithToken'
> {
  const documents = database.prepare<[], DocumentRow>(
    `SELECT ${documentColumns} FROM documents ORDER BY ordinal`,
  );
  const document = database.prepare<[string], DocumentRow>(
    `SELECT ${documentColumns} FROM documents WHERE id = ?`,
  );
  const text = database.prepare<[string], { text: string }>('SELECT text FROM documents WHERE id = ?');
  const report = database.prepare<[string], { report: string }>('SELECT report FROM documents WHERE id = ?');
  const clauses = database.prepare<[string], ClauseRow>(
    'SELECT * FROM clauses WHERE document_id = ? ORDER BY row',
  );
  const clauseById = database.prepare<[string], ClauseRow>('SELECT * FROM clauses WHERE id = ?');
  const clauseByRow = database.prepare<[number], ClauseRow>('SELECT * FROM clauses WHERE row = ?');
  const clausesByNumber = database.prepare<[number, number, string], ClauseRow>(
    'SELECT * FROM clauses WHERE number = ? AND branch = ? AND kind IN (SELECT value FROM json_each(?)) ORDER BY row',
  );
  const tokenCount = database.prepare<[number], { clauses: number }>(
    'SELECT clauses FROM token_counts WHERE token = ?',
  );
  const passages = readPassageTable(database, passageCount);
  const listDocuments = readOnce(database, () => documents.all().map(toDocument));
  const regions = readOnce(database, () => new Set(listDocuments().map(({ region }) => region)));
  return {
    listDocuments,
    findDocument: remember(mostRows, (id) => optional(document.get(id), toDocument)),
    regions,
    textOf: remember(mostTexts, (id) => text.get(id)?.text ?? ''),
    reportOf: remember(mostTexts, (id) => documentRecord.report(report.get(id)?.report ?? noReport)),
    clausesOf: (id) => clauses.all(id).map(toClause),
    findClause: remember(mostRows, (id) => optional(clauseById.get(id), toClause)),
    clauseAt: remember(mostRows, (row) => optional(clauseByRow.get(row), toClause)),
    documentIdAt: createDocumentRows(database),
    clausesNumbered: (kinds, number, branch) =>
      clausesByNumber.all(number, branch, JSON.stringify(kinds)).map(toClause),
    ...createAssignmentReader(database),
    passagesOf: (row) => passages.ofClause(row),
    passageAt: (row) => passages.at(row),
    ...createTermReader(database),
    clausesWithToken: (token) => tokenCount.get(token)?.clauses ?? 0,
  };
}

function optional<Row, Value>(row: Row | undefined, convert: (row: Row) => Value): Value | null {
  return row === undefined ? null : convert(row);
}

function toDocument({ metadata, ...row }: DocumentRow): IndexedDocument {
  return { ...row, ...documentRecord.metadata(metadata) };
}

function toClause(row: ClauseRow): IndexedClause {
  return {
    row: row.row,
    id: row.id,
    documentId: row.document_id,
    parentId: row.parent_id,
    level: row.level,
    kind: row.kind,
    label: row.label,
    number: row.number,
    branch: row.branch,
    heading: row.heading,
    span: { start: row.start, end: row.end },
    ownSpan: { start: row.start, end: row.own_end },
    bodyStart: row.body_start,
  };
}
