import { overlaps } from '../documents/overlaps.ts';
import type { Span } from '../documents/source-document.ts';
import type { IndexedClause, KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Assignment } from '../responsibility/assignment.ts';
import type { Registry } from '../responsibility/read-registry.ts';
import type { Responsible } from './answer.ts';

/**
 * The units that are responsible for a clause: those that its own text names, or else those of the nearest clause
 * above that names any, marked as inherited. Empty when none does; nothing is taken from elsewhere.
 * @param quoted what is quoted of the clause: the units of its sentence or row of a table are meant, where it has any.
 */
export function findResponsible(
  knowledge: KnowledgeBase,
  registry: Registry,
  clause: IndexedClause,
  quoted: Span | null = null,
): Responsible[] {
  const holder = holderOf(knowledge, clause);
  if (holder === null) return [];
  const inheritedFrom = holder.clause.id === clause.id ? null : holder.clause.id;
  const text = knowledge.textOf(clause.documentId);
  const region = knowledge.findDocument(clause.documentId)?.region ?? '';
  const assignments = quoted === null ? holder.assignments : meantBy(holder.assignments, quoted);
  return assignments.map(({ name, role, evidence: { start, end } }) => ({
    name,
    canonical: registry.canonicalOf(name, region),
    role,
    inheritedFrom,
    clause: clause.id,
    evidence: text.slice(start, end),
    evidenceSpan: { documentId: clause.documentId, start, end },
  }));
}

/** Whether a document names responsible units at all; in one that does not, nobody is missing from a clause. */
export function namesUnits(knowledge: KnowledgeBase, documentId: string): boolean {
  return knowledge
    .listAssignments()
    .some(({ clauseRow }) => knowledge.documentIdAt(clauseRow) === documentId);
}

/** The lists of a clause hold for all of it; a sentence or a row of a table speaks for itself. */
function meantBy(assignments: readonly Assignment[], quoted: Span): readonly Assignment[] {
  const lists = assignments.filter(({ scope }) => scope === null);
  const ofQuote = assignments.filter(({ scope }) => scope !== null && overlaps(scope, quoted));
  const meant = [...lists, ...ofQuote].sort((left, right) => left.evidence.start - right.evidence.start);
  return meant.length > 0 ? meant : assignments;
}

function holderOf(
  knowledge: KnowledgeBase,
  clause: IndexedClause,
): { clause: IndexedClause; assignments: Assignment[] } | null {
  const assignments = knowledge.assignmentsOf(clause.row);
  if (assignments.length > 0) return { clause, assignments };
  const parent = clause.parentId === null ? null : knowledge.findClause(clause.parentId);
  // What the text before the first label says holds for no clause.
  return parent === null || parent.level === 0 ? null : holderOf(knowledge, parent);
}
