import type { DocumentPlan } from './plan-documents.ts';

/** One line of the report: what became of a document. `error` is one sentence, with state `failed`. */
export type IngestedDocument = {
  path: string;
  state: 'added' | 'changed' | 'unchanged' | 'failed' | 'removed';
  error: string;
} & DocumentCounts;

/**
 * How many clauses and sentences a document was split into, and what its parse report lists: stretches of noise,
 * gaps in its numbering, and lines that looked like labels and were not taken.
 */
export type DocumentCounts = {
  clauses: number;
  sentences: number;
  noise: number;
  gaps: number;
  notTaken: number;
};

/** Tells of each document what became of it. @param written the counts of those written, by absolute path. */
export function reportIngest(
  plan: DocumentPlan,
  written: ReadonlyMap<string, DocumentCounts>,
): IngestedDocument[] {
  const unknown: DocumentCounts = { clauses: 0, sentences: 0, noise: 0, gaps: 0, notTaken: 0 };
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
    ...plan.removed.map(({ path, counts }) => ({
      path,
      state: 'removed' as const,
      error: '',
      ...counts,
    })),
  ];
}
