import Database from 'better-sqlite3';

/** How long a statement waits for another process that writes, in milliseconds. */
const busyTimeoutMs = 5_000;

/**
 * Opens a SQLite file; the only place that knows better-sqlite3. A writable file is created when missing and
 * runs in WAL mode, so that readers and one writer do not block each other. The caller closes it.
 * @throws SqliteError as better-sqlite3 raises it (missing read-only file, no database, full disk).
 */
export function openDatabase(path: string, options: { readonly?: boolean } = {}): Database.Database {
  const isReadonly = options.readonly ?? false;
  const database = new Database(path, {
    readonly: isReadonly,
    fileMustExist: isReadonly,
    timeout: busyTimeoutMs,
  });
  if (!isReadonly) {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = NORMAL');
  }
  return database;
}
