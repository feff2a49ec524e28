import { join } from 'node:path';
import type { Noise, Span } from '../documents/source-document.ts';
import type { ComparedClause } from './compare-clauses.ts';
import { documentRecord } from './document-record.ts';
import { generationFolder } from './generations.ts';
import type { IndexedClause, IndexedDocument } from './knowledge-base.ts';
import { openDatabase } from './open-database.ts';
import { databaseName } from './schema.ts';

/** A clause as it is compared: `text` leaves out what is noise, `verbatim` is the own text to the letter. */
export type ReadClause = ComparedClause & { clause: IndexedClause; verbatim: string };

export type ReadDocument = { document: IndexedDocument; clauses: ReadClause[] };

/** Reads whole documents of a generation, one at a time. Whoever opens it closes it. */
export type DocumentReader = {
  /** @throws Error when the generation does not have it. */
  read(id: string): ReadDocument;
  close(): void;
};

type DocumentRow = Pick<
  IndexedDocument,
  'id' | 'name' | 'path' | 'sha256' | 'format' | 'clauses' | 'sentences'
> & { metadata: string; text: string; report: string };

type ClauseRow = Omit<IndexedClause, 'span' | 'ownSpan'> & { start: number; end: number; ownEnd: number };

/**
 * Opens the documents and clauses of a generation, without its vectors and passages.
 * @throws SqliteError as `openDatabase`.
 */
export function openDocumentReader(indexDir: string, generation: string): DocumentReader {
  const path = join(generationFolder(indexDir, generation), databaseName);
  const database = openDatabase(path, { readonly: true });
  const documentById = database.prepare<[string], DocumentRow>(
    `SELECT id, name, path, sha256, format, clauses, sentences, metadata, text, report
     FROM documents WHERE id = ?`,
  );
  const clausesOf = database.prepare<[string], ClauseRow>(
    `SELECT row, id, document_id AS documentId, parent_id AS parentId, level, kind, label, number, branch,
     heading, start, end, own_end AS ownEnd, body_start AS bodyStart
     FROM clauses WHERE document_id = ? ORDER BY row`,
  );
  return {
    read: (id) => {
      const row = documentById.get(id);
      if (row === undefined) throw new Error(`The generation ${generation} has no document ${id}.`);
      const { metadata, text, report, ...fields } = row;
      const { noise } = documentRecord.report(report);
      return {
        document: { ...fields, ...documentRecord.metadata(metadata) },
        clauses: clausesOf.all(id).map((clause) => toReadClause(clause, text, noise)),
      };
    },
    close: () => database.close(),
  };
}

function toReadClause(
  { start, end, ownEnd, ...fields }: ClauseRow,
  text: string,
  noise: readonly Noise[],
): ReadClause {
  const ownSpan = { start, end: ownEnd };
  const { id, parentId, level, label } = fields;
  return {
    ...{ id, parentId, level, label },
    text: withoutNoise(text, ownSpan, noise),
    verbatim: text.slice(start, ownEnd),
    clause: { ...fields, span: { start, end }, ownSpan },
  };
}

/** A page number that fell into another clause is no change of what the clause says. */
function withoutNoise(text: string, { start, end }: Span, noise: readonly Noise[]): string {
  let from = start;
  let kept = '';
  for (const { span } of noise.filter(({ span }) => span.end > start && span.start < end)) {
    kept += `${text.slice(from, Math.max(from, span.start))} `;
    from = Math.max(from, span.end);
  }
  return kept + text.slice(from, Math.max(from, end));
}
