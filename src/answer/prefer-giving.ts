import type { SearchResult } from '../retrieval/ranked-clause.ts';
import { lacksAsked } from './lacks-asked.ts';

/** What a clause gains that gives what is asked for, in standard deviations; .5 to 1.5 are alike. */
const gain = 0.7;

/** So many clauses can come first by it. */
const mostRead = 10;

/**
 * Puts clauses that give what is asked for (a number in its measure, a price, a day) before those that speak of the same
 * thing without it.
 */
export function preferGiving(search: SearchResult): SearchResult {
  const { clauses, question, textOf } = search;
  const read = clauses
    .slice(0, mostRead)
    .map((one) => ({ one, lacks: lacksAsked(question, textOf(one.clause)) }));
  if (!read.some(({ lacks }) => lacks)) return search;
  const scored = read.map(({ one, lacks }) => (lacks ? one : { ...one, score: one.score + gain }));
  const ranked = [...scored, ...clauses.slice(mostRead)].toSorted((left, right) => right.score - left.score);
  return { ...search, clauses: ranked };
}
