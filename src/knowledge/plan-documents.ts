import { existsSync } from 'node:fs';
import { sep } from 'node:path';
import type { DocumentFile } from '../documents/find-documents.ts';
import { readBytes } from '../documents/read-bytes.ts';
import { documentIdOf, readDocument } from '../documents/read-document.ts';
import type { ReadingLimits } from '../documents/reading-limits.ts';
import { DocumentError } from '../errors.ts';
import type { PreviousDocument, PreviousDocuments } from './previous-documents.ts';
import type { DocumentCounts } from './report-ingest.ts';

/** A file with the id of its document and how it compares with what the index holds. */
export type PlannedFile = {
  file: DocumentFile;
  id: string;
  state: 'added' | 'changed' | 'unchanged';
  /** The index has it under another path. */
  isMoved: boolean;
  before: DocumentCounts | null;
};

export type FailedFile = { file: DocumentFile; error: DocumentError };

/** What the next generation is made of: the files, and the documents that stay as the index holds them. */
export type DocumentPlan = {
  planned: PlannedFile[];
  failed: FailedFile[];
  removed: PreviousDocument[];
  kept: PreviousDocument[];
};

/**
 * Compares files with the documents of the index. A document that is gone from a folder of this run is removed;
 * one from another folder is kept, and so is one whose file cannot be read at present. A file that is new to the
 * index is read here, to know that it can be, and again when it is written, so that memory holds one document at
 * a time; of one that has not changed only the checksum is made.
 */
export async function planDocuments(
  files: readonly DocumentFile[],
  { list: previous, isCurrent }: Pick<PreviousDocuments, 'list' | 'isCurrent'>,
  limits: ReadingLimits,
): Promise<DocumentPlan> {
  const byId = new Map(previous.map((document) => [document.id, document]));
  const byPath = new Map(previous.map((document) => [document.path, document]));
  const planned: PlannedFile[] = [];
  const failed: FailedFile[] = [];
  const taken = new Set<string>();
  for (const file of files) {
    const id = byPath.get(file.path)?.id ?? freeId(file, byId, taken);
    try {
      const before = byId.get(id);
      const { sha256 } = await readBytes(file, limits);
      const isKnown = isCurrent && before?.sha256 === sha256;
      if (!isKnown) await readDocument(file, limits);
      const state = before === undefined ? 'added' : before.sha256 === sha256 ? 'unchanged' : 'changed';
      taken.add(id);
      const isMoved = before !== undefined && before.path !== file.path;
      planned.push({ file, id, state, isMoved, before: before?.counts ?? null });
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      failed.push({ file, error });
    }
  }
  const roots = [...new Set(files.map(({ root }) => root))];
  const paths = new Set(files.map(({ path }) => path));
  const others = previous.filter(({ id }) => !taken.has(id));
  const removed = others.filter(({ path }) => !paths.has(path) && roots.some((root) => isBelow(root, path)));
  return { planned, failed, removed, kept: others.filter((document) => !removed.includes(document)) };
}

function isBelow(folder: string, path: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

/** The id of the name, unless another file of that name, still there, has it: then the id of the whole path. */
function freeId(
  file: DocumentFile,
  byId: ReadonlyMap<string, PreviousDocument>,
  taken: ReadonlySet<string>,
): string {
  const id = documentIdOf(file.name);
  const holder = byId.get(id);
  const isHeld = taken.has(id) || (holder !== undefined && existsSync(holder.path));
  return isHeld ? documentIdOf(file.path) : id;
}
