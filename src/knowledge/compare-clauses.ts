import { foldText } from '../clauses/fold-text.ts';
import { pairClauses } from './pair-clauses.ts';

/** A clause as it is compared; `text` is its own, with its label and without what stands beneath it. */
export type ComparedClause = {
  id: string;
  parentId: string | null;
  /** 0 for the document itself. */
  level: number;
  label: string;
  text: string;
};

/** What became of a clause. `moved`: it has another place, and perhaps other words as well. */
export type ClauseChange<C> =
  | { change: 'changed' | 'moved'; before: C; after: C }
  | { change: 'added'; before: null; after: C }
  | { change: 'removed'; before: C; after: null };

/**
 * Compares the clauses of a document before and after, each in the order of its text, with ids that are unique
 * in each. White space and the width of characters are no change. Each clause before and each clause after is
 * in one change at most; the changes are in the order of the new document, what was removed at its old place.
 */
export function compareClauses<C extends ComparedClause>(
  before: readonly C[],
  after: readonly C[],
): ClauseChange<C>[] {
  const idBefore = pairClauses(before, after);
  const beforeById = new Map(before.map((clause) => [clause.id, clause]));
  const removedBehind = placeRemoved(before, after, idBefore);
  return [
    ...(removedBehind.get(null) ?? []),
    ...after.flatMap((clause) => [
      ...changeOf(beforeById.get(idBefore.get(clause.id) ?? ''), clause),
      ...(removedBehind.get(clause.id) ?? []),
    ]),
  ];
}

function changeOf<C extends ComparedClause>(before: C | undefined, after: C): ClauseChange<C>[] {
  if (before === undefined) return [{ change: 'added', before: null, after }];
  if (before.id !== after.id) return [{ change: 'moved', before, after }];
  return foldText(before.text) === foldText(after.text) ? [] : [{ change: 'changed', before, after }];
}

/** The removed clauses by the clause after which they stand in the new order; null for its beginning. */
function placeRemoved<C extends ComparedClause>(
  before: readonly C[],
  after: readonly C[],
  idBefore: ReadonlyMap<string, string>,
): Map<string | null, ClauseChange<C>[]> {
  const idAfter = new Map(
    after.flatMap(({ id }) => {
      const former = idBefore.get(id);
      return former === undefined ? [] : [[former, id] as const];
    }),
  );
  const removed = new Map<string | null, ClauseChange<C>[]>();
  let last: string | null = null;
  for (const clause of before) {
    const id = idAfter.get(clause.id);
    if (id !== undefined) {
      last = id;
      continue;
    }
    const change: ClauseChange<C> = { change: 'removed', before: clause, after: null };
    const others = removed.get(last);
    if (others === undefined) removed.set(last, [change]);
    else others.push(change);
  }
  return removed;
}
