/** How well one ranking meets what was to be found; each between 0 and 1. */
export type Measures = { ndcg: number; recall: number; recall100: number; mrr: number; hit1: number };

const deep = 100;

/**
 * Measures a ranking of ids against the relevant ones, all equally relevant: nDCG (Järvelin and Kekäläinen, 2002, with
 * the discount log2(rank + 1)), recall and reciprocal rank at `k`, recall at 100, and whether the first is right.
 */
export function measureRanking(ranking: readonly string[], gold: readonly string[], k: number): Measures {
  const relevant = new Set(gold);
  const found = ranking.map((id) => relevant.has(id));
  const hits = (depth: number): number => found.slice(0, depth).filter(Boolean).length;
  const gain = found.slice(0, k).reduce((sum, isHit, index) => sum + (isHit ? discount(index) : 0), 0);
  const ideal = Array.from({ length: Math.min(relevant.size, k) }, (_, index) => discount(index));
  const first = found.indexOf(true);
  return {
    ndcg: relevant.size === 0 ? 0 : gain / ideal.reduce((sum, value) => sum + value, 0),
    recall: relevant.size === 0 ? 0 : hits(k) / relevant.size,
    recall100: relevant.size === 0 ? 0 : hits(deep) / relevant.size,
    mrr: first >= 0 && first < k ? 1 / (first + 1) : 0,
    hit1: found[0] === true ? 1 : 0,
  };
}

function discount(index: number): number {
  return 1 / Math.log2(index + 2);
}
