import type Database from 'better-sqlite3';
import { IndexError } from '../errors.ts';
import type { IndexedClause, IndexedDocument } from './knowledge-base.ts';
import { openDatabase } from './open-database.ts';

/** The file's name, in the index folder beside the generations: an index that is made again keeps it. */
export const changeLogName = 'changes.db';

const formatVersion = 1;

/** Where a clause stands; `parents` lead to it from the outermost, the document itself left out. */
export type ClausePlace = { clause: IndexedClause; parents: IndexedClause[] };

/**
 * One change of a clause. `before` and `after` are the clause's own text, to the letter, or null. For a clause
 * that was moved, `formerPlace` is where it stood.
 */
export type LoggedChange = {
  change: 'added' | 'changed' | 'removed' | 'moved';
  place: ClausePlace;
  formerPlace: ClausePlace | null;
  before: string | null;
  after: string | null;
};

/** The changes of one document, as it is now or, when it was removed, as it was. */
export type DocumentChanges = { document: IndexedDocument; changes: LoggedChange[] };

export type LoggedIngest = { at: Date; documents: DocumentChanges[] };

/**
 * Opens the log of changes; one to be written is created when missing. The caller closes it.
 * @throws IndexError `changes-format` when another version wrote it; SqliteError when it is damaged.
 */
export function openChangeLog(path: string, options: { readonly?: boolean } = {}): Database.Database {
  const database = openDatabase(path, options);
  try {
    if (options.readonly !== true) prepare(database);
    requireFormat(database, path);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function prepare(database: Database.Database): void {
  // Without a log beside it, so that it can be read in a folder that cannot be written.
  database.pragma('journal_mode = DELETE');
  database.pragma('synchronous = FULL');
  if (database.pragma('user_version', { simple: true }) !== 0) return;
  database.exec(`
    BEGIN;
    CREATE TABLE ingests (key INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL);
    CREATE TABLE documents (
      key INTEGER PRIMARY KEY, ingest INTEGER NOT NULL REFERENCES ingests ON DELETE CASCADE,
      id TEXT NOT NULL, name TEXT NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL, format TEXT NOT NULL,
      metadata TEXT NOT NULL, clauses INTEGER NOT NULL, sentences INTEGER NOT NULL);
    CREATE INDEX documents_by_ingest ON documents (ingest);
    CREATE TABLE changes (
      key INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
      change TEXT NOT NULL, place TEXT NOT NULL, former_place TEXT, before TEXT, after TEXT);
    CREATE INDEX changes_by_document ON changes (document);
    PRAGMA user_version = ${formatVersion};
    COMMIT;
  `);
}

function requireFormat(database: Database.Database, path: string): void {
  const found = database.pragma('user_version', { simple: true });
  if (found === formatVersion) return;
  throw new IndexError(
    'changes-format',
    `${path} has format ${String(found)} and this program knows ${formatVersion}: move it away, and the next ingest that changes something begins a new one.`,
  );
}
