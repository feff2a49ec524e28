import type Database from 'better-sqlite3';
import { type Clause, walkClauses } from '../clauses/clause.ts';
import { foldText } from '../clauses/fold-text.ts';
import { type ParsedDocument, parseDocument, wholeDocument } from '../clauses/parse-document.ts';
import { splitSentences } from '../clauses/split-sentences.ts';
import { readMetadata } from '../documents/read-metadata.ts';
import type { DocumentMetadata, Noise, SourceDocument } from '../documents/source-document.ts';
import { assignResponsibility } from '../responsibility/assign-responsibility.ts';
import type { Assignment } from '../responsibility/assignment.ts';
import type { ParseReport } from './document-record.ts';
import { embeddingKey } from './embedding-cache.ts';
import { makePassages } from './make-passages.ts';
import type { DocumentCounts } from './report-ingest.ts';
import { searchTerms } from './search-terms.ts';

/** A document with its name below the folder that it came from. */
export type DocumentToWrite = SourceDocument & { name: string };

/** Receives each passage's key and text, to be embedded once all documents are written. */
export type OnPassage = (passage: { key: Buffer; modelText: string; listedCharacters: number }) => void;

/** Of a passage nothing is known but its title. */
const unknownMetadata: Omit<DocumentMetadata, 'title'> = {
  number: '',
  issuer: '',
  issuedOn: '',
  effectiveOn: '',
  region: '',
  supersedes: [],
  guessed: [],
};

/** What holds for all clauses of a document. */
type Reading = { noise: readonly Noise[]; assignments: ReadonlyMap<string, Assignment[]> };

export type DocumentWriter = {
  /** Writes one document with its clauses, terms and passages, in one transaction. */
  write(document: DocumentToWrite): DocumentCounts;
  /** Writes a document as one clause, as it stands: a passage of a collection that has no outline. */
  writeWhole(document: DocumentToWrite, title: string): DocumentCounts;
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
    `INSERT INTO documents VALUES (@id, @ordinal, @name, @path, @sha256, @format, @text, @layout, @stated,
     @metadata, @report, @clauses, @sentences)`,
  );
  const insertClause = database.prepare(
    `INSERT INTO clauses VALUES (@row, @id, @documentId, @parentId, @level, @kind, @label, @number, @branch,
     @heading, @start, @end, @ownEnd, @bodyStart)`,
  );
  const insertTerms = database.prepare('INSERT INTO clause_terms (rowid, body, context) VALUES (?, ?, ?)');
  const insertPassage = database.prepare(
    'INSERT INTO passages (row, clause_row, kind, start, end, key) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const insertAssignment = database.prepare('INSERT INTO assignments VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const counts = { documents: 0, clauses: 0, sentences: 0, passages: 0 };

  const writeClause = (
    document: DocumentToWrite,
    clause: Clause,
    headings: readonly string[],
    { noise, assignments }: Reading,
  ): void => {
    const row = counts.clauses;
    counts.clauses += 1;
    const { span, ownSpan, children: _children, ...fields } = clause;
    insertClause.run({ ...fields, row, start: span.start, end: span.end, ownEnd: ownSpan.end });
    const body = foldText(document.text.slice(ownSpan.start, ownSpan.end));
    const context = headings.slice(0, -1).join(' ');
    insertTerms.run(row, searchTerms(body).join(' '), searchTerms(context).join(' '));
    for (const { name, printed, role, evidence, scope } of assignments.get(clause.id) ?? []) {
      const { start, end } = evidence;
      insertAssignment.run(row, name, printed, role, start, end, scope?.start ?? null, scope?.end ?? null);
    }
    for (const passage of makePassages(document.text, clause, headings, noise)) {
      const key = embeddingKey(modelRevision, passage);
      insertPassage.run(counts.passages, row, passage.kind, passage.span.start, passage.span.end, key);
      onPassage({ ...passage, key });
      counts.passages += 1;
    }
    for (const child of clause.children)
      writeClause(document, child, [...headings, child.heading], { noise, assignments });
  };

  const insert = (
    document: DocumentToWrite,
    reading: ParsedDocument & { metadata: DocumentMetadata },
  ): DocumentCounts => {
    const { text, layout } = document;
    const { root, metadata, ...parsed } = reading;
    const { byClause, notes } = assignResponsibility(text, root, parsed.noise);
    const report: ParseReport = { ...parsed, responsibility: notes };
    const clauses = [...walkClauses(root)];
    const sentences = clauses.reduce((sum, clause) => sum + countSentences(text, clause, report.noise), 0);
    writeClause(document, root, [metadata.title], { noise: report.noise, assignments: byClause });
    const labelled = clauses.length - 1;
    insertDocument.run({
      ...document,
      ordinal: counts.documents,
      layout: JSON.stringify(layout),
      stated: JSON.stringify(document.stated),
      metadata: JSON.stringify(metadata),
      report: JSON.stringify(report),
      clauses: labelled,
      sentences,
    });
    counts.documents += 1;
    counts.sentences += sentences;
    const { noise, gaps, notTaken } = report;
    const found = { noise: noise.length, gaps: gaps.length, notTaken: notTaken.length };
    return { clauses: labelled, sentences, ...found };
  };
  const write = database.transaction((document: DocumentToWrite) => {
    const metadata = readMetadata(document.text, document.name, document);
    return insert(document, {
      ...parseDocument(document.id, document.text, metadata.title, document.layout),
      metadata,
    });
  });
  const writeWhole = database.transaction((document: DocumentToWrite, title: string) => {
    const metadata = { ...unknownMetadata, title };
    return insert(document, { ...wholeDocument(document.id, document.text, title), metadata });
  });
  return {
    write: (document) => write(document),
    writeWhole: (document, title) => writeWhole(document, title),
    counts: () => ({ ...counts }),
  };
}

function countSentences(text: string, clause: Clause, noise: readonly Noise[]): number {
  return splitSentences(text, { start: clause.bodyStart, end: clause.ownSpan.end }, noise).length;
}
