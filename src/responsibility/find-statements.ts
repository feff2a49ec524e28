import type { Clause } from '../clauses/clause.ts';
import { splitSentences } from '../clauses/split-sentences.ts';
import { overlaps } from '../documents/overlaps.ts';
import type { Noise, Span } from '../documents/source-document.ts';
import type { Statement } from './assignment.ts';
import { findChineseStatements } from './find-chinese-statements.ts';
import { findJapaneseStatements } from './find-japanese-statements.ts';
import { findLabelledLists } from './find-labelled-lists.ts';
import { findLatinStatements } from './find-latin-statements.ts';
import { findLists } from './find-lists.ts';
import { findTableStatements } from './find-table-statements.ts';
import { readList } from './read-list.ts';

/**
 * Finds what the own text of a clause says of who is responsible, in the order of the text: lists in brackets and
 * behind labels, rows of tables, and sentences.
 * @param isFirstLeading the document states that the first unit of a list leads.
 */
export function findStatements(
  text: string,
  clause: Pick<Clause, 'ownSpan' | 'label' | 'span'>,
  isFirstLeading: boolean,
  noise: readonly Noise[] = [],
): Statement[] {
  const within = clause.ownSpan;
  const rows = findTableStatements(text, within, isFirstLeading);
  const brackets = findLists(text, within).flatMap(({ span, content }) => {
    const units = readList(content, isFirstLeading);
    return units.length === 0 ? [] : [{ units, evidence: span, scope: null }];
  });
  const taken = spansOf([...rows, ...brackets], ({ scope, evidence }) => scope ?? evidence);
  const labelled = findLabelledLists(text, within, taken, isFirstLeading);
  const read = spansOf([...taken, ...labelled.map(({ evidence }) => evidence)], (span) => span);
  const behindLabel = { start: within.start + labelLength(text, clause), end: within.end };
  const sentences = splitSentences(text, behindLabel, noise).flatMap((sentence) => [
    ...findChineseStatements(text, sentence, read),
    ...findLatinStatements(text, sentence),
    ...findJapaneseStatements(text, sentence),
  ]);
  const spoken = sentences.filter(({ evidence }) => !read.some((span) => overlaps(span, evidence)));
  return [...rows, ...brackets, ...labelled, ...spoken].sort(
    (left, right) => left.evidence.start - right.evidence.start,
  );
}

function labelLength(text: string, { label, span }: Pick<Clause, 'label' | 'span'>): number {
  return label !== '' && text.startsWith(label, span.start) ? label.length : 0;
}

function spansOf<Entry>(entries: readonly Entry[], spanOf: (entry: Entry) => Span): Span[] {
  return entries.map(spanOf).sort((left, right) => left.start - right.start);
}
