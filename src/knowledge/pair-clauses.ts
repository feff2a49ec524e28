import { contentOf } from './clause-content.ts';
import type { ComparedClause } from './compare-clauses.ts';
import { pairSimilar } from './pair-similar.ts';
import { countWordPairs } from './word-pairs.ts';

/** A text of fewer words (or Chinese characters) may stand anywhere: 附则, (略), Definitions. */
const leastWords = 5;

/** A clause at the same place may differ more than one elsewhere and still be taken for the same clause. */
const thresholds = { samePlace: 0.5, otherPlace: 0.7, leastWords };

type Entry = { id: string; clause: ComparedClause; content: string; partner: Entry | null };

/**
 * Finds for each clause of the new document which clause of the old one it is: the one with the same id and
 * text; the one with the same text; the one that is nearly the same; the one at the same place.
 * @returns the id of the clause before, by the id of the clause after.
 */
export function pairClauses(
  before: readonly ComparedClause[],
  after: readonly ComparedClause[],
): ReadonlyMap<string, string> {
  const [old, current] = [before.map(toEntry), after.map(toEntry)];
  pairUnmoved(old, current);
  pairEqual(old.filter(isLong), current.filter(isLong));
  pairCompany(old, current);
  for (const [one, other] of pairSimilar(old.filter(isFree), current.filter(isFree), thresholds))
    join(one, other);
  pairCompany(old, current);
  pairSameIds(old, current);
  return new Map(current.flatMap(({ id, partner }) => (partner === null ? [] : [[id, partner.id]])));
}

function toEntry(clause: ComparedClause): Entry {
  return { id: clause.id, clause, content: contentOf(clause), partner: null };
}

function isFree({ partner }: Entry): boolean {
  return partner === null;
}

function isLong({ content }: Entry): boolean {
  return countWordPairs(content).words >= leastWords;
}

function join(one: Entry, other: Entry): void {
  one.partner = other;
  other.partner = one;
}

/** The document itself is always the same clause, whatever stands before its first label. */
function pairUnmoved(old: readonly Entry[], current: readonly Entry[]): void {
  const byId = new Map(old.map((entry) => [entry.id, entry]));
  for (const entry of current) {
    const same = byId.get(entry.id);
    if (same !== undefined && (same.content === entry.content || entry.clause.level === 0)) join(same, entry);
  }
}

/** Equal texts are paired in their order. @returns the clauses after that were paired. */
function pairEqual(old: readonly Entry[], current: readonly Entry[]): Entry[] {
  const waiting = new Map<string, Entry[]>();
  for (const entry of old.filter(isFree).toReversed()) {
    const same = waiting.get(entry.content);
    if (same === undefined) waiting.set(entry.content, [entry]);
    else same.push(entry);
  }
  return current.filter(isFree).filter((entry) => {
    const same = waiting.get(entry.content)?.pop();
    if (same !== undefined) join(same, entry);
    return same !== undefined;
  });
}

/** What is too short to be known by its text moves with the clause above it, or with one beneath it. */
function pairCompany(old: readonly Entry[], current: readonly Entry[]): void {
  const [oldTree, tree] = [treeOf(old), treeOf(current)];
  const moved = current.filter(({ id, partner }) => partner !== null && partner.id !== id);
  // The list grows while it is walked: those that were found bring their own company.
  for (const entry of moved) {
    if (entry.partner === null) continue;
    moved.push(...pairEqual(oldTree.childrenOf(entry.partner), tree.childrenOf(entry)));
    moved.push(...pairEqual(oldTree.parentOf(entry.partner), tree.parentOf(entry)));
  }
}

type Tree = { childrenOf(entry: Entry): Entry[]; parentOf(entry: Entry): Entry[] };

function treeOf(entries: readonly Entry[]): Tree {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const children = new Map<string | null, Entry[]>();
  for (const entry of entries) {
    const siblings = children.get(entry.clause.parentId);
    if (siblings === undefined) children.set(entry.clause.parentId, [entry]);
    else siblings.push(entry);
  }
  return {
    childrenOf: ({ id }) => children.get(id) ?? [],
    parentOf: ({ clause }) => {
      const parent = clause.parentId === null ? undefined : byId.get(clause.parentId);
      return parent === undefined ? [] : [parent];
    },
  };
}

/** What is left at the same place was written anew. */
function pairSameIds(old: readonly Entry[], current: readonly Entry[]): void {
  const byId = new Map(old.filter(isFree).map((entry) => [entry.id, entry]));
  for (const entry of current.filter(isFree)) {
    const same = byId.get(entry.id);
    if (same !== undefined) join(same, entry);
  }
}
