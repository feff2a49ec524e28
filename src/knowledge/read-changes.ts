import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import { IndexError } from '../errors.ts';
import {
  type ClausePlace,
  changeLogName,
  type DocumentChanges,
  type LoggedChange,
  type LoggedIngest,
  openChangeLog,
} from './change-log.ts';
import { documentRecord } from './document-record.ts';
import type { IndexedClause, IndexedDocument } from './knowledge-base.ts';

const spanSchema = z.object({ start: z.number().int(), end: z.number().int() });
const clauseSchema: z.ZodType<IndexedClause> = z.object({
  row: z.number().int(),
  id: z.string(),
  documentId: z.string(),
  parentId: z.string().nullable(),
  level: z.number().int(),
  kind: z.string(),
  label: z.string(),
  number: z.number().int(),
  branch: z.number().int(),
  heading: z.string(),
  span: spanSchema,
  ownSpan: spanSchema,
  bodyStart: z.number().int(),
});
const placeSchema = z.object({ clause: clauseSchema, parents: z.array(clauseSchema) });

const readPlace = (json: string): ClausePlace => placeSchema.parse(JSON.parse(json));

type IngestRow = { key: number; at: number };
type DocumentRow = Pick<
  IndexedDocument,
  'id' | 'name' | 'path' | 'sha256' | 'format' | 'clauses' | 'sentences'
> & { key: number; metadata: string };
type ChangeRow = Pick<LoggedChange, 'change' | 'before' | 'after'> & {
  place: string;
  formerPlace: string | null;
};

/**
 * Reads from the log of changes the ingests from a moment on, oldest first; with null, the last one only. Empty
 * when nothing was ever written.
 * @throws IndexError `changes-damaged`, `changes-format`, with the remedy.
 */
export function readChanges(indexDir: string, since: Date | null): LoggedIngest[] {
  const path = join(indexDir, changeLogName);
  if (!existsSync(path)) return [];
  try {
    const database = openChangeLog(path, { readonly: true });
    try {
      return readIngests(database, since);
    } finally {
      database.close();
    }
  } catch (cause) {
    if (cause instanceof IndexError) throw cause;
    throw new IndexError(
      'changes-damaged',
      `${path} is damaged or cannot be opened: move it away, and the next ingest that changes something begins a new one; the index itself does not need it.`,
      { cause },
    );
  }
}

function readIngests(database: Database.Database, since: Date | null): LoggedIngest[] {
  const ingests =
    since === null
      ? database.prepare<[], IngestRow>('SELECT key, at FROM ingests ORDER BY key DESC LIMIT 1').all()
      : database
          .prepare<[number], IngestRow>('SELECT key, at FROM ingests WHERE at >= ? ORDER BY key')
          .all(since.getTime());
  const documents = database.prepare<[number], DocumentRow>(
    `SELECT key, id, name, path, sha256, format, clauses, sentences, metadata
     FROM documents WHERE ingest = ? ORDER BY key`,
  );
  const changes = database.prepare<[number], ChangeRow>(
    `SELECT change, place, former_place AS formerPlace, before, after
     FROM changes WHERE document = ? ORDER BY key`,
  );
  return ingests.map(({ key, at }) => ({
    at: new Date(at),
    documents: documents.all(key).map((row) => toDocumentChanges(row, changes.all(row.key))),
  }));
}

function toDocumentChanges(
  { key: _key, metadata, ...fields }: DocumentRow,
  changes: readonly ChangeRow[],
): DocumentChanges {
  return {
    document: { ...fields, ...documentRecord.metadata(metadata) },
    changes: changes.map(({ place, formerPlace, ...change }) => ({
      ...change,
      place: readPlace(place),
      formerPlace: formerPlace === null ? null : readPlace(formerPlace),
    })),
  };
}
