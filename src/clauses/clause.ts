import type { Span } from '../documents/source-document.ts';

/**
 * One node of a document's outline. `span` holds the clause with everything beneath it; `ownSpan` ends where
 * the first child begins. The own spans of all clauses of a document cover its text without gap or overlap.
 */
export type Clause = {
  /** Survives re-ingesting as long as the labels above it and its own stay. */
  id: string;
  documentId: string;
  parentId: string | null;
  /** 0 for the document itself, 1 for its outermost labelled clauses. */
  level: number;
  /** The family of the label, `heading` for a heading without one, `document` for the root. */
  kind: string;
  /** As printed; an empty string for the root and for a heading without a label. */
  label: string;
  /** The label's number; the place among its siblings for a bullet; 0 for the root. */
  number: number;
  /** 2 for 第十七条之二; 0 where the number has no branch. */
  branch: number;
  heading: string;
  span: Span;
  ownSpan: Span;
  /** Where the running text begins: behind label and heading. */
  bodyStart: number;
  children: Clause[];
};

/** A clause and all beneath it, in the order of the text. */
export function* walkClauses(clause: Clause): Generator<Clause> {
  yield clause;
  for (const child of clause.children) yield* walkClauses(child);
}
