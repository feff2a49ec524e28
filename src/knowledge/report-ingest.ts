import type { DocumentPlan } from './plan-documents.ts';

/** One line of the report: what became of a document. `error` is one sentence, with state `failed`. */
export type IngestedDocument = {
  path: string;
  state: 'added' | 'changed' | 'unchanged' | 'failed' | 'removed';
  error: string;
  clauses: number;
  sentences: number;
};

/** How many clauses and sentences a document was split into. */
export type DocumentCounts = { clauses: number; sentences: number };

/** Tells of each document what became of it. @param written the counts of those written, by absolute path. */
export function reportIngest(
  plan: DocumentPlan,
  written: ReadonlyMap<string, DocumentCounts>,
): IngestedDocument[] {
  const unknown: DocumentCounts = { clauses: 0, sentences: 0 };
  return [
    ...plan.planned.map(({ file, state, before }) => ({
      path: file.path,
      state,
      error: '',
      ...(written.get(file.path) ?? before ?? unknown),
    })),
    ...plan.failed.map(({ file, error }) => ({
      path: file.path,
      state: 'failed' as const,
      error: error.message,
      ...unknown,
    })),
    ...plan.removed.map(({ path, clauses, sentences }) => ({
      path,
      state: 'removed' as const,
      error: '',
      clauses,
      sentences,
    })),
  ];
}
