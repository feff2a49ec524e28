import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';

/**
 * The rarity of each term among the clauses: inverse document frequency as in BM25 (Robertson and Zaragoza,
 * "The Probabilistic Relevance Framework", 2009), and 0 for a term that no clause has.
 */
export function weighTerms(knowledge: KnowledgeBase, terms: readonly string[]): Map<string, number> {
  const all = knowledge.manifest.clauses + knowledge.manifest.documents;
  return new Map(
    terms.map((term) => {
      const count = knowledge.clausesWithTerm(term);
      return [term, count === 0 ? 0 : Math.log(1 + (all - count + 0.5) / (count + 0.5))];
    }),
  );
}

/** The share of the terms, counted by number, that the documents have at all. */
export function knownShare(weights: ReadonlyMap<string, number>): number {
  const known = [...weights.values()].filter((weight) => weight > 0).length;
  return weights.size === 0 ? 0 : known / weights.size;
}

/** The share of the terms, counted by rarity, that a text holds. @param held the text's own terms. */
export function coverage(weights: ReadonlyMap<string, number>, held: ReadonlySet<string>): number {
  let covered = 0;
  let total = 0;
  for (const [term, weight] of weights) {
    total += weight;
    if (held.has(term)) covered += weight;
  }
  return total > 0 ? covered / total : 0;
}
