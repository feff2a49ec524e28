import type Database from 'better-sqlite3';

/**
 * Reads what never changes in a generation when it is first asked for, and keeps it: questions ask for all documents
 * again and again. @throws TypeError when the database is closed, whether it was read or not.
 */
export function readOnce<Value extends object>(database: Database.Database, read: () => Value): () => Value {
  let known: Value | null = null;
  return () => {
    if (!database.open) throw new TypeError('The database of this generation is closed.');
    known ??= read();
    return known;
  };
}
