import { type AddressStep, familiesOfStep } from '../clauses/address.ts';
import { joinParagraphs } from '../clauses/join-paragraphs.ts';
import type { Span } from '../documents/source-document.ts';
import type { IndexedClause, KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { pathTo } from './quote-clause.ts';

/** A clause that an address means; `span` is the clause, or the paragraph (款) of it that the address names. */
export type AddressedClause = { clause: IndexedClause; span: Span };

/**
 * Finds the clauses that the steps of an address mean, in the order of the documents: those whose own label is
 * the last step and that stand within the others; outer steps may be left out.
 * @param documents the ids of the documents that are meant; null for all.
 */
export function resolveAddress(
  knowledge: KnowledgeBase,
  steps: readonly AddressStep[],
  documents: ReadonlySet<string> | null,
): AddressedClause[] {
  const last = steps.at(-1);
  if (last === undefined) return [];
  const labelled = clausesAt(knowledge, steps, documents);
  if (labelled.length > 0) return labelled.map((clause) => ({ clause, span: clause.span }));
  if (last.kind !== 'paragraph') return [];
  return clausesAt(knowledge, steps.slice(0, -1), documents).flatMap((clause) => {
    const span = paragraphOf(knowledge, clause, last.number);
    return span === null ? [] : [{ clause, span }];
  });
}

function clausesAt(
  knowledge: KnowledgeBase,
  steps: readonly AddressStep[],
  documents: ReadonlySet<string> | null,
): IndexedClause[] {
  const last = steps.at(-1);
  if (last === undefined) return [];
  const found = knowledge
    .clausesNumbered(familiesOfStep[last.kind], last.number, last.branch)
    .filter(({ documentId }) => documents === null || documents.has(documentId))
    .filter((clause) => standsWithin(steps.slice(0, -1), pathTo(knowledge, clause).slice(0, -1)));
  return nearestOf(found);
}

/** Each step is a clause on the way from the outside in; between them others may stand. 第一款 has no label. */
function standsWithin(steps: readonly AddressStep[], path: readonly IndexedClause[]): boolean {
  let from = 0;
  for (const step of steps) {
    const at = path.findIndex((clause, index) => index >= from && isAt(clause, step));
    if (at < 0 && !(step.kind === 'paragraph' && from > 0)) return false;
    if (at >= 0) from = at + 1;
  }
  return true;
}

function isAt({ kind, number, branch }: IndexedClause, step: AddressStep): boolean {
  return number === step.number && branch === step.branch && familiesOfStep[step.kind].includes(kind);
}

/** Of clauses of one document the outermost are meant: 一、 is the chapter before it is an item somewhere. */
function nearestOf(found: readonly IndexedClause[]): IndexedClause[] {
  const least = new Map<string, number>();
  for (const { documentId, level } of found)
    least.set(documentId, Math.min(level, least.get(documentId) ?? level));
  return found.filter(({ documentId, level }) => level === least.get(documentId));
}

/** The n-th paragraph of a clause's own text, its items not counted; the whole of the first is with the label. */
function paragraphOf(knowledge: KnowledgeBase, clause: IndexedClause, number: number): Span | null {
  const text = knowledge.textOf(clause.documentId);
  return joinParagraphs(text, clause.ownSpan)[number - 1] ?? null;
}
