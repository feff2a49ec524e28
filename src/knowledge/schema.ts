import type Database from 'better-sqlite3';

/** File names inside a generation. */
export const databaseName = 'clauses.db';
export const vectorsName = 'vectors.hnsw';
export const momentsName = 'moments.bin';
export const tokensName = 'tokens.bin';

/**
 * Creates the tables of a generation. Rows are numbered in the order of the documents: `passages.row` is the label in
 * the vector index, `clauses.row` the row in `terms.postings` (see `readPostings`) and `clause_lengths.lengths`, which
 * has one row, and the rowid of the full-text table. That one is there only until the database is closed, for
 * `writePostings` to read; it holds no text of its own (contentless), and leaves the terms as `searchTerms` cuts them.
 * What a document's record holds in JSON reads `documentRecord`.
 */
export function createSchema(database: Database.Database): void {
  database.exec(`
    CREATE TABLE documents (
      id TEXT PRIMARY KEY, ordinal INTEGER NOT NULL, name TEXT NOT NULL, path TEXT NOT NULL,
      sha256 TEXT NOT NULL, format TEXT NOT NULL, text TEXT NOT NULL,
      layout TEXT NOT NULL, stated TEXT NOT NULL, metadata TEXT NOT NULL, report TEXT NOT NULL,
      clauses INTEGER NOT NULL, sentences INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE clauses (
      row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document_id TEXT NOT NULL, parent_id TEXT,
      level INTEGER NOT NULL, kind TEXT NOT NULL, label TEXT NOT NULL, number INTEGER NOT NULL,
      branch INTEGER NOT NULL,       heading TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
      own_end INTEGER NOT NULL, body_start INTEGER NOT NULL
    );
    CREATE INDEX clauses_by_document ON clauses (document_id, row);
    CREATE INDEX clauses_by_number ON clauses (number, branch, kind);
    CREATE TABLE assignments (
      clause_row INTEGER NOT NULL, name TEXT NOT NULL, printed TEXT NOT NULL, role TEXT NOT NULL,
      start INTEGER NOT NULL, end INTEGER NOT NULL, scope_start INTEGER, scope_end INTEGER
    );
    CREATE INDEX assignments_by_clause ON assignments (clause_row);
    CREATE TABLE passages (
      row INTEGER PRIMARY KEY, clause_row INTEGER NOT NULL, kind TEXT NOT NULL,
      start INTEGER NOT NULL, end INTEGER NOT NULL, key BLOB NOT NULL,
      first_token INTEGER NOT NULL DEFAULT 0, tokens INTEGER NOT NULL DEFAULT 0
    );
    CREATE TABLE token_counts (token INTEGER PRIMARY KEY, clauses INTEGER NOT NULL);
    CREATE TABLE terms (
      term TEXT PRIMARY KEY, clauses INTEGER NOT NULL, postings BLOB NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE clause_lengths (lengths BLOB NOT NULL);
    -- A document's transaction is small: what undoes it needs no file.
    PRAGMA temp.journal_mode = MEMORY;
    CREATE VIRTUAL TABLE temp.clause_terms USING fts5 (body, context, content='', tokenize='ascii');
  `);
}
