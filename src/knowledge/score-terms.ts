import { readPostings } from './postings.ts';

/** As in SQLite's FTS5: how fast repetition stops counting, and how much the length of a clause counts. */
const k1 = 1.2;
const b = 0.75;

/** A term that half of the clauses hold, or more, still counts a little. */
const leastRarity = 1e-6;

/** A term with the number of clauses that hold it. */
export type TermPostings = { clauses: number; postings: Uint8Array };

/** What the length of each clause adds to the frequency of a term in BM25's denominator, by row. */
export function lengthNorms(lengths: Uint32Array): Float64Array {
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return Float64Array.from(lengths, (length) => k1 * (1 - b + (b * length) / average));
}

/**
 * BM25 of all clauses by row, 0 for those that hold none of the terms: what `bm25()` of SQLite gives for the terms joined
 * by OR (fts5_aux.c, `fts5Bm25Function`), with the sign changed. A clause's length counts the terms of its headings in
 * full.
 */
export function scoreTerms(terms: Iterable<TermPostings>, norms: Float64Array): Float64Array {
  const scores = new Float64Array(norms.length);
  for (const { clauses, postings } of terms) {
    const idf = Math.log((norms.length - clauses + 0.5) / (clauses + 0.5));
    const rarity = idf > 0 ? idf : leastRarity;
    readPostings(postings, (row, halves) => {
      const frequency = halves / 2;
      const share = (frequency * (k1 + 1)) / (frequency + (norms[row] ?? 0));
      scores[row] = (scores[row] ?? 0) + rarity * share;
    });
  }
  return scores;
}
