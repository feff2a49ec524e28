import { type Clause, walkClauses } from '../clauses/clause.ts';
import { simplifyHan } from '../documents/simplify-han.ts';
import type { Noise, Span } from '../documents/source-document.ts';
import type { Assignment } from './assignment.ts';
import { findAssignments, isFirstLeadingIn } from './find-assignments.ts';
import { findSectionLists } from './section-habit.ts';
import { isUnitName } from './unit-names.ts';

/**
 * What a reader should know of a list: that it holds for the section that it ends, by the document's habit, or that
 * a piece of it is no name and was left whole.
 */
export type ResponsibilityNote = { span: Span; reason: 'holds-for-section' | 'not-split' };

export type DocumentResponsibility = {
  /** By the id of the clause that carries them. */
  byClause: ReadonlyMap<string, Assignment[]>;
  notes: ResponsibilityNote[];
};

const mostNameCharacters = 40;
const doubtfulCharacters = 8;

/** Finds who is responsible in all clauses of a document. A list that holds for a section is carried by it. */
export function assignResponsibility(
  text: string,
  root: Clause,
  noise: readonly Noise[],
): DocumentResponsibility {
  const isFirstLeading = isFirstLeadingIn(text);
  const byClause = new Map<string, Assignment[]>();
  for (const clause of walkClauses(root)) {
    const own = findAssignments(text, clause, isFirstLeading, noise);
    if (own.length > 0) byClause.set(clause.id, own);
  }
  const sectionLists = findSectionLists(text, root, byClause);
  for (const { section, item, assignments } of sectionLists) {
    const kept = (byClause.get(item) ?? []).filter((one) => !assignments.includes(one));
    byClause.set(item, kept);
    byClause.set(section, [...(byClause.get(section) ?? []), ...assignments]);
  }
  const spans = new Map(
    sectionLists.flatMap(({ assignments }) => assignments.map(({ evidence }) => [evidence.start, evidence])),
  );
  const notes: ResponsibilityNote[] = [
    ...[...spans.values()].map((span) => ({ span, reason: 'holds-for-section' as const })),
    ...[...byClause.values()]
      .flat()
      .filter(({ printed }) => isDoubtful(printed))
      .map(({ evidence }) => ({ span: evidence, reason: 'not-split' as const })),
  ];
  return { byClause, notes: notes.sort((left, right) => left.span.start - right.span.start) };
}

/** A long piece of a list that does not end as a name does. */
function isDoubtful(printed: string): boolean {
  if (printed.length > mostNameCharacters) return /\p{Script=Han}/u.test(printed) || printed.length > 120;
  const isWhole = /^[各有相其]/u.test(printed) || isUnitName(simplifyHan(printed));
  return printed.length > doubtfulCharacters && /\p{Script=Han}/u.test(printed) && !isWhole;
}
