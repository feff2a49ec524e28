import type { Clause } from '../clauses/clause.ts';
import type { Noise } from '../documents/source-document.ts';
import type { Assignment, Role } from './assignment.ts';
import { findStatements } from './find-statements.ts';

/** A rule that a document states for all its lists. */
const firstLeads =
  /(?:排|列)(?:名|在)?(?:在)?(?:第一(?:位|个)?|首位|最前)(?:的)?[^。；]{0,12}?(?:为|是|為)(?:主要)?(?:牵头|牽頭)/u;

/** Whether the document says that the first unit of each list leads. */
export function isFirstLeadingIn(text: string): boolean {
  return firstLeads.test(text.replace(/\s+/gu, ''));
}

/**
 * Finds the units that the own text of a clause names as responsible, in the order of the text; not what it inherits
 * from the clauses above. A unit that is named twice for the same has the role that says more: who leads is also
 * among those who are responsible. @param isFirstLeading see `isFirstLeadingIn`.
 */
export function findAssignments(
  text: string,
  clause: Pick<Clause, 'ownSpan' | 'label' | 'span'>,
  isFirstLeading: boolean,
  noise: readonly Noise[] = [],
): Assignment[] {
  const found = findStatements(text, clause, isFirstLeading, noise).flatMap(({ units, evidence, scope }) =>
    units.map((unit) => ({ ...unit, evidence, scope })),
  );
  return withoutRepetition(found);
}

const saysMore: Record<Role, number> = { lead: 2, support: 1, joint: 0 };

function withoutRepetition(assignments: readonly Assignment[]): Assignment[] {
  const kept: Assignment[] = [];
  for (const assignment of assignments) {
    const index = kept.findIndex((other) => other.name === assignment.name && isOfSame(other, assignment));
    const other = kept[index];
    if (other === undefined) kept.push(assignment);
    else {
      const isWhole = other.scope === null || assignment.scope === null;
      const said = saysMore[assignment.role] > saysMore[other.role] ? assignment : other;
      kept[index] = isWhole ? { ...said, scope: null } : said;
    }
  }
  return kept;
}

/** Rows of a table and sentences of their own are different tasks; a list holds for all that the clause says. */
function isOfSame(left: Assignment, right: Assignment): boolean {
  return left.scope === null || right.scope === null || left.scope.start === right.scope.start;
}
