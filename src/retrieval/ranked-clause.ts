import type { IndexedClause, IndexedPassage } from '../knowledge/knowledge-base.ts';
import type { LateScore } from './late-interaction.ts';

/** A clause with the scores that put it in its place. z-scores are over all passages, or all clauses. */
export type RankedClause = {
  clause: IndexedClause;
  /** Fused score; larger is better. */
  score: number;
  /** How far the best passage's similarity lies above the mean of all passages, in standard deviations. */
  denseZ: number;
  /** The same for BM25 over all clauses. */
  textZ: number;
  /** The word-by-word comparison; null where the index has no tokens. */
  late: LateScore | null;
};

/** What a question was searched by, and what was found, best first. */
export type SearchResult = {
  clauses: RankedClause[];
  question: string;
  /** The own text of a clause, with the items that it introduces. */
  textOf: (clause: IndexedClause) => string;
  /** The question is in another language than the documents. */
  isForeign: boolean;
  /** The region or year that the question names and none of the documents is about. */
  elsewhere: string | null;
  /** The question's terms with their rarity (inverse document frequency); 0 for one that no clause has. */
  termWeights: ReadonlyMap<string, number>;
  /** The weight that full text had: 0 where the question shares no term with the documents. */
  textWeight: number;
  /** How well a passage answers, in standard deviations above the mean of its kind. */
  passageScore: (passage: IndexedPassage) => number;
  timings: { embedMs: number; searchMs: number };
};
