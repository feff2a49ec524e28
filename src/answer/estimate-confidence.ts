import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { SearchResult } from '../retrieval/ranked-clause.ts';

/** Below this the documents are said not to answer. */
export const leastConfidence = 0;

/** @returns 0 to 1. */
export function estimateConfidence(_knowledge: KnowledgeBase, search: SearchResult): number {
  const best = search.clauses[0];
  return best === undefined ? 0 : 1 / (1 + Math.exp(-best.score));
}
