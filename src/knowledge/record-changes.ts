import { join } from 'node:path';
import { type ClausePlace, changeLogName, type DocumentChanges, type LoggedChange } from './change-log.ts';
import { type ClauseChange, compareClauses } from './compare-clauses.ts';
import {
  type DocumentReader,
  openDocumentReader,
  type ReadClause,
  type ReadDocument,
} from './document-reader.ts';
import type { DocumentPlan } from './plan-documents.ts';
import { writeChanges } from './write-changes.ts';

/** The names of the generation before an ingest (null for the first ingest) and of the one that it made. */
export type BothGenerations = { before: string | null; after: string };

/**
 * Writes to the log what an ingest changed, clause by clause, once its generation is in use. Only documents whose
 * bytes changed are compared, so that another way of reading them is no change; a document that is new or gone
 * is one entry. The ingest is done by then: whatever fails here is told and stops nothing.
 * @returns warnings, each one sentence.
 */
export function recordChanges(
  indexDir: string,
  at: Date,
  plan: DocumentPlan,
  { before, after }: BothGenerations,
): string[] {
  let old: DocumentReader | null = null;
  let current: DocumentReader | null = null;
  try {
    old = before === null ? null : openDocumentReader(indexDir, before);
    current = openDocumentReader(indexDir, after);
    writeChanges(indexDir, at, changesOf(plan, old, current));
    return [];
  } catch (error) {
    return [warningOf(error, indexDir)];
  } finally {
    old?.close();
    current?.close();
  }
}

function* changesOf(
  { planned, removed }: DocumentPlan,
  old: DocumentReader | null,
  current: DocumentReader,
): Generator<DocumentChanges> {
  for (const { id, state } of planned) {
    if (state === 'added') yield wholeDocument(current.read(id), 'added');
    if (state === 'changed' && old !== null) yield compareDocument(old.read(id), current.read(id));
  }
  for (const { id } of removed) {
    if (old !== null) yield wholeDocument(old.read(id), 'removed');
  }
}

/** One entry, for the clause that is the document itself. */
function wholeDocument({ document, clauses }: ReadDocument, change: 'added' | 'removed'): DocumentChanges {
  const root = clauses.filter(({ level }) => level === 0);
  return {
    document,
    changes: root.map(({ clause, verbatim }) => ({
      change,
      place: { clause, parents: [] },
      formerPlace: null,
      before: change === 'removed' ? verbatim : null,
      after: change === 'added' ? verbatim : null,
    })),
  };
}

function compareDocument(old: ReadDocument, current: ReadDocument): DocumentChanges {
  const placeBefore = placesOf(old.clauses);
  const placeAfter = placesOf(current.clauses);
  const describe = ({ change, before, after }: ClauseChange<ReadClause>): LoggedChange => ({
    change,
    place: after === null ? placeBefore(before) : placeAfter(after),
    formerPlace: change === 'moved' ? placeBefore(before) : null,
    before: before?.verbatim ?? null,
    after: after?.verbatim ?? null,
  });
  return { document: current.document, changes: compareClauses(old.clauses, current.clauses).map(describe) };
}

function placesOf(clauses: readonly ReadClause[]): (read: ReadClause) => ClausePlace {
  const byId = new Map(clauses.map((read) => [read.id, read]));
  const parentsOf = ({ parentId }: ReadClause): ClausePlace['parents'] => {
    const parent = byId.get(parentId ?? '');
    return parent === undefined || parent.level === 0 ? [] : [...parentsOf(parent), parent.clause];
  };
  return (read) => ({ clause: read.clause, parents: parentsOf(read) });
}

function warningOf(error: unknown, indexDir: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return `The index is up to date, but its changes could not be written to ${join(indexDir, changeLogName)} (${code}): if the disk is not full, move that file away, and the next ingest begins a new one.`;
}
