import type { IndexedClause, KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Assignment } from '../responsibility/assignment.ts';
import type { Registry } from '../responsibility/read-registry.ts';
import type { Responsible } from './answer.ts';

/**
 * The units that are responsible for a clause: those that its own text names, or else those of the nearest clause
 * above that names any, marked as inherited. Empty when none does; nothing is taken from elsewhere.
 */
export function findResponsible(
  knowledge: KnowledgeBase,
  registry: Registry,
  clause: IndexedClause,
): Responsible[] {
  const holder = holderOf(knowledge, clause);
  if (holder === null) return [];
  const inheritedFrom = holder.clause.id === clause.id ? null : holder.clause.id;
  const text = knowledge.textOf(clause.documentId);
  const region = knowledge.findDocument(clause.documentId)?.region ?? '';
  return holder.assignments.map(({ name, role, evidence: { start, end } }) => ({
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
    .some(({ clauseRow }) => knowledge.clauseAt(clauseRow)?.documentId === documentId);
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
