import type { Clause } from '../clauses/clause.ts';
import type { Assignment } from './assignment.ts';
import { findLists } from './find-lists.ts';
import { readList } from './read-list.ts';

/** A rule that a document states for all its lists. */
const firstLeads =
  /(?:排|列)(?:名|在)?(?:在)?(?:第一(?:位|个)?|首位|最前)(?:的)?[^。；]{0,12}?(?:为|是)(?:主要)?牵头/u;

/** Whether the document says that the first unit of each list leads. */
export function isFirstLeadingIn(text: string): boolean {
  return firstLeads.test(text.replace(/\s+/gu, ''));
}

/**
 * Finds the units that the own text of a clause names as responsible, in the order of the text; not what it inherits
 * from the clauses above. @param isFirstLeading see `isFirstLeadingIn`.
 */
export function findAssignments(
  text: string,
  clause: Pick<Clause, 'ownSpan'>,
  isFirstLeading: boolean,
): Assignment[] {
  return findLists(text, clause.ownSpan).flatMap(({ span, content }) =>
    readList(content, isFirstLeading).map((unit) => ({ ...unit, evidence: span })),
  );
}
