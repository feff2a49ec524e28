import { type Clause, walkClauses } from '../clauses/clause.ts';
import type { Assignment } from './assignment.ts';

/** A list at the end of the last item of a section that holds for the whole section. */
export type SectionList = { section: string; item: string; assignments: Assignment[] };

/** One section may end with a list by chance; the habit needs so many. */
const leastSections = 2;

/**
 * Decides by a document's own habit whether lists at the end of a section's last item are the section's: they are when
 * at least two sections end so and in no section an item before the last has a list.
 */
export function findSectionLists(
  text: string,
  root: Clause,
  byClause: ReadonlyMap<string, Assignment[]>,
): SectionList[] {
  const found: SectionList[] = [];
  for (const section of walkClauses(root)) {
    const last = section.children.at(-1);
    if (section.level === 0 || last === undefined || section.children.length < 2) continue;
    const listed = section.children.filter((child) => listsOf(byClause, child).length > 0);
    if (listed.some((child) => child !== last)) return [];
    if (listed.length === 0 || listsOf(byClause, section).length > 0) continue;
    const assignments = listsOf(byClause, last);
    const isAtEnd = assignments.every(({ evidence }) =>
      isLast(text, evidence.end, last.ownSpan.end, assignments),
    );
    if (isAtEnd && last.children.length === 0)
      found.push({ section: section.id, item: last.id, assignments });
  }
  return found.length >= leastSections ? found : [];
}

function listsOf(byClause: ReadonlyMap<string, Assignment[]>, { id }: Clause): Assignment[] {
  return (byClause.get(id) ?? []).filter(({ scope }) => scope === null);
}

/** Nothing but other lists stands between the end of a list and the end of its clause. */
function isLast(text: string, from: number, end: number, assignments: readonly Assignment[]): boolean {
  const next = assignments.find(({ evidence }) => evidence.start >= from);
  const between = text.slice(from, next?.evidence.start ?? end);
  return !/[\p{L}\p{N}]/u.test(between);
}
