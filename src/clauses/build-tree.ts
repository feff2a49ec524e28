import { createHash } from 'node:crypto';
import type { AcceptedLabel } from './accept-labels.ts';
import type { Clause } from './clause.ts';
import { readHeading } from './read-heading.ts';

/** White space, and the private-use characters that stand where a full stop was lost, are not printed. */
const invisible = /^\s+|(?<![\s\uE000-\uF8FF])[\s\uE000-\uF8FF]+$/gu;

/** Builds the clause tree of a document from its labels; the root is the document itself. */
export function buildTree(
  documentId: string,
  text: string,
  title: string,
  labels: readonly AcceptedLabel[],
): Clause {
  const root = rootClause(documentId, text, title, labels[0]?.clauseStart ?? text.length);
  const open: Clause[] = [root];
  labels.forEach((label, index) => {
    open.length = Math.min(open.length, label.depth);
    const parent = open.at(-1) ?? root;
    const clause = labelledClause(documentId, text, label, labels, index, parent);
    if (clause.kind === 'bullet') {
      clause.number = (parent.children.findLast(({ kind }) => kind === 'bullet')?.number ?? 0) + 1;
    }
    parent.children.push(clause);
    open.push(clause);
  });
  assignIds(root);
  return root;
}

function rootClause(documentId: string, text: string, title: string, ownEnd: number): Clause {
  return {
    id: '',
    documentId,
    parentId: null,
    level: 0,
    kind: 'document',
    label: '',
    number: 0,
    branch: 0,
    heading: title,
    span: { start: 0, end: text.length },
    ownSpan: { start: 0, end: ownEnd },
    bodyStart: 0,
    children: [],
  };
}

function labelledClause(
  documentId: string,
  text: string,
  label: AcceptedLabel,
  labels: readonly AcceptedLabel[],
  index: number,
  parent: Clause,
): Clause {
  const start = label.clauseStart;
  const ownEnd = labels[index + 1]?.clauseStart ?? text.length;
  const hasChildren = (labels[index + 1]?.depth ?? 0) > label.depth;
  const { heading, bodyStart } = readHeading(text, label, ownEnd, hasChildren);
  return {
    id: '',
    documentId,
    parentId: null,
    level: parent.level + 1,
    kind: label.family.name,
    label: text.slice(label.span.start, label.span.end).replace(invisible, ''),
    number: label.number,
    branch: label.branch,
    heading,
    span: { start, end: startOfNextOutside(labels, index) ?? text.length },
    ownSpan: { start, end: ownEnd },
    bodyStart,
    children: [],
  };
}

/** Where the next clause begins that is not beneath this one. */
function startOfNextOutside(labels: readonly AcceptedLabel[], index: number): number | undefined {
  const depth = labels[index]?.depth ?? 0;
  let next = index + 1;
  while ((labels[next]?.depth ?? 0) > depth) next += 1;
  return labels[next]?.clauseStart;
}

/**
 * Derives each id from the labels on the way to the clause, so that a change in the text of other clauses, or
 * in its own, leaves the id as it is. Equal paths (bullets, restarted numbering) are told apart by their order.
 */
function assignIds(root: Clause): void {
  const seen = new Map<string, number>();
  const visit = (clause: Clause, path: string, parentId: string | null): void => {
    const count = (seen.get(path) ?? 0) + 1;
    seen.set(path, count);
    const key = `${clause.documentId}\n${path}\n${count}`;
    clause.id = `c${createHash('sha256').update(key).digest('hex').slice(0, 15)}`;
    clause.parentId = parentId;
    for (const child of clause.children) visit(child, `${path}/${stepOf(child)}`, clause.id);
  };
  visit(root, '', null);
}

/** A heading without a label is known by its words. */
function stepOf({ kind, number, branch, heading }: Clause): string {
  if (kind === 'heading') return `${kind}:${heading}`;
  return branch === 0 ? `${kind}:${number}` : `${kind}:${number}-${branch}`;
}
