import type Database from 'better-sqlite3';
import { type Clause, walkClauses } from '../clauses/clause.ts';
import { foldText } from '../clauses/fold-text.ts';
import { parseClauses } from '../clauses/parse-clauses.ts';
import { splitSentences } from '../clauses/split-sentences.ts';
import { readMetadata } from '../documents/read-metadata.ts';
import type { SourceDocument } from '../documents/source-document.ts';
import { embeddingKey } from './embedding-cache.ts';
import { makePassages } from './make-passages.ts';
import { searchTerms } from './search-terms.ts';

/** A document with its name below the folder that it came from. */
export type DocumentToWrite = SourceDocument & { name: string };

/** Receives each passage's key and text, to be embedded once all documents are written. */
export type OnPassage = (passage: { key: Buffer; modelText: string; listedCharacters: number }) => void;

export type DocumentWriter = {
  /** Writes one document with its clauses, terms and passages, in one transaction. */
  write(document: DocumentToWrite): { clauses: number; sentences: number };
  counts(): { documents: number; clauses: number; sentences: number; passages: number };
};

/**
 * Creates the writer for a new generation's database. Only one document is held in memory at a time.
 * @param modelRevision part of each passage's key, see `embeddingKey`.
 */
export function createDocumentWriter(
  database: Database.Database,
  modelRevision: string,
  onPassage: OnPassage,
): DocumentWriter {
  const insertDocument = database.prepare(
    `INSERT INTO documents VALUES (@id, @ordinal, @name, @path, @sha256, @format, @text, @title, @number,
     @issuer, @issuedOn, @region, @clauses, @sentences)`,
  );
  const insertClause = database.prepare(
    `INSERT INTO clauses VALUES (@row, @id, @documentId, @parentId, @level, @kind, @label, @number, @heading,
     @start, @end, @ownEnd, @bodyStart)`,
  );
  const insertTerms = database.prepare('INSERT INTO clause_terms (rowid, body, context) VALUES (?, ?, ?)');
  const insertPassage = database.prepare(
    'INSERT INTO passages (row, clause_row, kind, start, end, key) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const counts = { documents: 0, clauses: 0, sentences: 0, passages: 0 };

  const writeClause = (document: DocumentToWrite, clause: Clause, headings: readonly string[]): void => {
    const row = counts.clauses;
    counts.clauses += 1;
    const { span, ownSpan, children: _children, ...fields } = clause;
    insertClause.run({ ...fields, row, start: span.start, end: span.end, ownEnd: ownSpan.end });
    const body = foldText(document.text.slice(ownSpan.start, ownSpan.end));
    const context = headings.slice(0, -1).join(' ');
    insertTerms.run(row, searchTerms(body).join(' '), searchTerms(context).join(' '));
    for (const passage of makePassages(document.text, clause, headings)) {
      const key = embeddingKey(modelRevision, passage);
      insertPassage.run(counts.passages, row, passage.kind, passage.span.start, passage.span.end, key);
      onPassage({ ...passage, key });
      counts.passages += 1;
    }
    for (const child of clause.children) writeClause(document, child, [...headings, child.heading]);
  };

  const write = database.transaction((document: DocumentToWrite) => {
    const metadata = readMetadata(document.text, document.name);
    const root = parseClauses(document.id, document.text, metadata.title);
    const clauses = [...walkClauses(root)];
    const sentences = clauses.reduce((sum, clause) => sum + countSentences(document.text, clause), 0);
    writeClause(document, root, [metadata.title]);
    const labelled = clauses.length - 1;
    insertDocument.run({ ...document, ...metadata, ordinal: counts.documents, clauses: labelled, sentences });
    counts.documents += 1;
    counts.sentences += sentences;
    return { clauses: labelled, sentences };
  });
  return { write: (document) => write(document), counts: () => ({ ...counts }) };
}

function countSentences(text: string, clause: Clause): number {
  return splitSentences(text, { start: clause.bodyStart, end: clause.ownSpan.end }).length;
}
