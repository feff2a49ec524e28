import { findDocuments } from '../documents/find-documents.ts';
import { readDocument } from '../documents/read-document.ts';
import { defaultReadingLimits, type ReadingLimits } from '../documents/reading-limits.ts';
import type { ModelIdentity } from '../embedding/embedder.ts';
import { inIndexFolder } from './in-index-folder.ts';
import { type DocumentPlan, planDocuments } from './plan-documents.ts';
import { openPrevious, type PreviousDocuments } from './previous-documents.ts';
import { recordChanges } from './record-changes.ts';
import { type ReplaceDeps, replaceGeneration } from './replace-generation.ts';
import { type DocumentCounts, type IngestedDocument, reportIngest } from './report-ingest.ts';
import type { DocumentWriter } from './write-document.ts';

export type IngestReport = {
  documents: IngestedDocument[];
  /** How many passages had to be embedded, and how long that took. */
  embedded: number;
  embedSeconds: number;
  /** What went wrong beside the index, which is up to date; each one sentence. */
  warnings: string[];
};

/** `limits`: how much of a file is read; the defaults where nothing is said. */
export type IngestDeps = ReplaceDeps & { limits?: Partial<ReadingLimits> };

type Write = DocumentWriter['write'];

/**
 * Reads the documents of `folders` and brings the index up to date. Documents that came from other folders
 * stay; those that are gone from these folders leave the index. The new generation is put into use as the last
 * step, so that a failure or a crash leaves the old index whole.
 * @throws ConfigurationError, ModelError, IndexError (`index-busy`, `index-not-written`).
 */
export async function ingest(
  deps: IngestDeps,
  folders: readonly string[],
  indexDir: string,
): Promise<IngestReport> {
  const files = await findDocuments(folders);
  const model = await deps.embedder.identity();
  return inIndexFolder(indexDir, async () => {
    const previous = await openPrevious(indexDir, model);
    try {
      const limits = { ...defaultReadingLimits, ...deps.limits };
      const plan = await planDocuments(files, previous ?? { list: [], isCurrent: false }, limits);
      if (isUpToDate(plan, previous))
        return { documents: reportIngest(plan, new Map()), embedded: 0, embedSeconds: 0, warnings: [] };
      return await build(deps, indexDir, model, plan, previous);
    } finally {
      previous?.close();
    }
  });
}

/** Nothing to write; also when no file could be read and nothing was there before: no empty index is made. */
function isUpToDate(plan: DocumentPlan, previous: PreviousDocuments | null): boolean {
  if (plan.planned.length === 0 && plan.removed.length === 0) return true;
  const isUnchanged =
    plan.removed.length === 0 &&
    plan.planned.every(({ state, isMoved }) => state === 'unchanged' && !isMoved);
  return isUnchanged && previous?.isCurrent === true;
}

async function build(
  deps: IngestDeps,
  indexDir: string,
  model: ModelIdentity,
  plan: DocumentPlan,
  previous: PreviousDocuments | null,
): Promise<IngestReport> {
  const counts = new Map<string, DocumentCounts>();
  let warnings: string[] = [];
  const { embedded, embedSeconds } = await replaceGeneration(
    deps,
    indexDir,
    model,
    (writer) =>
      writeDocuments(writer.write, plan, previous, counts, { ...defaultReadingLimits, ...deps.limits }),
    (replaced) => {
      // A former index that cannot be read (damaged, another format) tells nothing of what changed.
      const isComparable = replaced.before === null || previous !== null;
      if (isComparable) warnings = recordChanges(indexDir, deps.now(), plan, replaced);
    },
  );
  return { documents: reportIngest(plan, counts), embedded, embedSeconds, warnings };
}

/** Kept documents first, in their old order, so that adding one changes the rows of none before it. */
async function writeDocuments(
  write: Write,
  plan: DocumentPlan,
  previous: PreviousDocuments | null,
  counts: Map<string, DocumentCounts>,
  limits: ReadingLimits,
): Promise<void> {
  for (const { id } of plan.kept) {
    if (previous !== null) write(previous.load(id));
  }
  for (const { file, id, state } of plan.planned) {
    const isKnown = previous?.isCurrent === true && state === 'unchanged';
    const document = isKnown ? { ...previous.load(id), path: file.path } : await readDocument(file, limits);
    counts.set(file.path, write({ ...document, id, name: file.name }));
  }
}
