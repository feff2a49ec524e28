import type { Responsible } from '../answer/answer.ts';
import type { Span } from '../documents/source-document.ts';
import type { IndexedClause } from '../knowledge/knowledge-base.ts';

/** A clause in the outline that `show` prints. */
export type OutlineNode = {
  id: string;
  label: string;
  heading: string;
  kind: string;
  span: Span;
  responsible: Responsible[];
  children: OutlineNode[];
};

/** Who is responsible for a clause, by itself or by inheritance. */
export type ResponsibleOf = (clause: IndexedClause) => Responsible[];

/** A clause without what stands beneath it. The document itself stands for the text before its first label. */
export function toNode(clause: IndexedClause, responsibleOf: ResponsibleOf): OutlineNode {
  const { id, label, heading, kind, span, ownSpan, level } = clause;
  const isDocument = level === 0;
  return {
    id,
    label,
    heading,
    kind: isDocument ? 'preamble' : kind,
    span: isDocument ? ownSpan : span,
    responsible: responsibleOf(clause),
    children: [],
  };
}

/** Builds the outline of a document from its clauses in order; the top level covers the text without a gap. */
export function buildOutline(clauses: readonly IndexedClause[], responsibleOf: ResponsibleOf): OutlineNode[] {
  const top: OutlineNode[] = [];
  const nodes = new Map<string, { node: OutlineNode; level: number }>();
  for (const clause of clauses) {
    const node = toNode(clause, responsibleOf);
    nodes.set(clause.id, { node, level: clause.level });
    const parent = clause.parentId === null ? undefined : nodes.get(clause.parentId);
    if (parent === undefined || parent.level === 0) {
      if (clause.level > 0 || node.span.end > node.span.start) top.push(node);
    } else {
      parent.node.children.push(node);
    }
  }
  return top;
}
