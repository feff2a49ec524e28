import { join } from 'node:path';
import { changeLogName, type DocumentChanges, openChangeLog } from './change-log.ts';

/** So many ingests that changed something are kept. */
const mostIngests = 50;

/**
 * Adds one ingest to the log of changes, in one transaction: one document is in memory at a time. Documents
 * without changes are left out, and so is an ingest that has none.
 * @throws SqliteError, IndexError as `openChangeLog`.
 */
export function writeChanges(indexDir: string, at: Date, documents: Iterable<DocumentChanges>): void {
  const database = openChangeLog(join(indexDir, changeLogName));
  try {
    const insertIngest = database.prepare<[number]>('INSERT INTO ingests (at) VALUES (?)');
    const insertDocument = database.prepare(
      `INSERT INTO documents (ingest, id, name, path, sha256, format, metadata, clauses, sentences)
       VALUES (@ingest, @id, @name, @path, @sha256, @format, @metadata, @clauses, @sentences)`,
    );
    const insertChange = database.prepare(
      `INSERT INTO changes (document, change, place, former_place, before, after)
       VALUES (@document, @change, @place, @formerPlace, @before, @after)`,
    );
    const prune = database.prepare<[number]>(
      'DELETE FROM ingests WHERE key NOT IN (SELECT key FROM ingests ORDER BY key DESC LIMIT ?)',
    );
    const append = database.transaction((): void => {
      let ingest: number | bigint | null = null;
      for (const { document, changes } of documents) {
        if (changes.length === 0) continue;
        ingest ??= insertIngest.run(at.getTime()).lastInsertRowid;
        const row = { ...document, ingest, metadata: JSON.stringify(document) };
        const key = insertDocument.run(row).lastInsertRowid;
        for (const { place, formerPlace, ...change } of changes) {
          const former = formerPlace === null ? null : JSON.stringify(formerPlace);
          insertChange.run({ ...change, document: key, place: JSON.stringify(place), formerPlace: former });
        }
      }
      prune.run(mostIngests);
    });
    append.immediate();
  } finally {
    database.close();
  }
}
