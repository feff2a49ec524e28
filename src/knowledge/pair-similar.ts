import { countWordPairs, similarityOf, type WordPairs } from './word-pairs.ts';

/** A pair of words that so many clauses have says nothing of which clause it is. */
const mostOwners = 40;
/** So many clauses that share the most are looked at closely for each. */
const mostCandidates = 5;
/** Articles after one pattern are all alike: the one at the same place comes before one that is a little more so. */
const bonus = 0.1;

/** Clauses as they are compared for likeness: `id` is their place, `content` what they say. */
type Entry = { id: string; content: string };

export type Thresholds = {
  /** How like each other a clause before and after at the same place must be, 0 to 1. */
  samePlace: number;
  /** How like each other they must be at different places. */
  otherPlace: number;
  /** How many words a text must have to be known at another place. */
  leastWords: number;
};

/**
 * Pairs clauses that say nearly the same, the most alike first, each at most once. The cost grows with the
 * length of the texts, not with the number of possible pairs: only clauses that share a rare pair of words are
 * compared. @returns pairs of a clause before and one after.
 */
export function pairSimilar<E extends Entry>(
  before: readonly E[],
  after: readonly E[],
  thresholds: Thresholds,
): Array<[E, E]> {
  const known = before.map((entry) => ({ entry, counted: countWordPairs(entry.content) }));
  const owners = ownersOf(known.map(({ counted }) => counted));
  const placeOf = new Map(before.map(({ id }, place) => [id, place]));
  const scored: Array<{ one: E; other: E; weight: number }> = [];
  for (const other of after) {
    const counted = countWordPairs(other.content);
    const samePlace = placeOf.get(other.id);
    const candidates = new Set([
      ...(samePlace === undefined ? [] : [samePlace]),
      ...mostShared(counted, owners),
    ]);
    for (const candidate of candidates) {
      const found = known[candidate];
      if (found === undefined) continue;
      const score = similarityOf(found.counted, counted);
      const isSamePlace = candidate === samePlace;
      const isKnown = isSamePlace || Math.min(found.counted.words, counted.words) >= thresholds.leastWords;
      const least = isSamePlace ? thresholds.samePlace : thresholds.otherPlace;
      const weight = isSamePlace ? score + bonus : score;
      if (isKnown && score >= least) scored.push({ one: found.entry, other, weight });
    }
  }
  return takeBest(scored);
}

/** For each pair of words, the places of the clauses that have it. */
function ownersOf(all: readonly WordPairs[]): Map<string, number[]> {
  const owners = new Map<string, number[]>();
  for (const [place, { pairs }] of all.entries()) {
    for (const pair of pairs.keys()) {
      const places = owners.get(pair);
      if (places === undefined) owners.set(pair, [place]);
      else places.push(place);
    }
  }
  return owners;
}

function mostShared({ pairs }: WordPairs, owners: ReadonlyMap<string, number[]>): number[] {
  const shared = new Map<number, number>();
  for (const pair of pairs.keys()) {
    const places = owners.get(pair) ?? [];
    if (places.length > mostOwners) continue;
    for (const place of places) shared.set(place, (shared.get(place) ?? 0) + 1);
  }
  return [...shared]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, mostCandidates)
    .map(([place]) => place);
}

function takeBest<E extends Entry>(
  scored: ReadonlyArray<{ one: E; other: E; weight: number }>,
): Array<[E, E]> {
  const taken = new Set<E>();
  const takenAfter = new Set<E>();
  const pairs: Array<[E, E]> = [];
  for (const { one, other } of scored.toSorted((a, b) => b.weight - a.weight)) {
    if (taken.has(one) || takenAfter.has(other)) continue;
    taken.add(one);
    takenAfter.add(other);
    pairs.push([one, other]);
  }
  return pairs;
}
