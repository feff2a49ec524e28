import type { DocumentLayout, Noise, Span } from '../documents/source-document.ts';
import { type AcceptedLabel, acceptLabels } from './accept-labels.ts';
import { addParagraphs } from './add-paragraphs.ts';
import { buildTree } from './build-tree.ts';
import type { Clause } from './clause.ts';
import { findLabels } from './find-labels.ts';
import { foldText } from './fold-text.ts';
import { markNoise } from './mark-noise.ts';

/** Numbers that are missing before a label: 第四条 follows 第二条. */
export type NumberingGap = { span: Span; label: string; after: string };

/** A document's outline, and what was not understood or not quoted. */
export type ParsedDocument = {
  root: Clause;
  noise: Noise[];
  gaps: NumberingGap[];
  /** Lines that look like labels and were taken for text: the look-alike itself. */
  notTaken: Span[];
};

/** What a format that knows nothing but text says of its layout. */
export const plainLayout: DocumentLayout = { pages: [], headings: [], noise: [] };

/**
 * Reads the outline of a document: the clause tree, with noise kept out of labels (and later of sentences), and
 * the report of what was not understood. The root is the document itself, with the text before the first label
 * as its own; a text without labels is one clause.
 */
export function parseDocument(
  documentId: string,
  text: string,
  title: string,
  layout: DocumentLayout = plainLayout,
): ParsedDocument {
  const noise = markNoise(text, layout.noise);
  const headings = layout.headings.filter(
    ({ span }) =>
      foldText(text.slice(span.start, span.end)) !== foldText(title) && !isWithin(noise, span.start),
  );
  const candidates = findLabels(text, headings).filter(({ clauseStart }) => !isWithin(noise, clauseStart));
  const { accepted, notTaken } = acceptLabels(candidates);
  return {
    root: buildTree(documentId, text, title, addParagraphs(text, accepted)),
    noise,
    gaps: gapsOf(text, accepted),
    notTaken: notTaken.map(({ span }) => span),
  };
}

/** A text as one clause without an outline. */
export function wholeDocument(documentId: string, text: string, title: string): ParsedDocument {
  return { root: buildTree(documentId, text, title, []), noise: [], gaps: [], notTaken: [] };
}

/** Looked up by halves, since a long document has many of both. */
function isWithin(noise: readonly Noise[], at: number): boolean {
  let [low, high] = [0, noise.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((noise[middle]?.span.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return (noise[low]?.span.start ?? Number.POSITIVE_INFINITY) <= at;
}

function gapsOf(text: string, labels: readonly AcceptedLabel[]): NumberingGap[] {
  const last = new Map<string, string>();
  return labels.flatMap(({ family, span, skippedFrom }) => {
    const label = text.slice(span.start, span.end).trim();
    const after = last.get(family.name) ?? '';
    last.set(family.name, label);
    return skippedFrom === null ? [] : [{ span, label, after }];
  });
}
