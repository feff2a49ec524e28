/** So many times as many candidates as are wanted are gathered before they are sorted and cut. */
const slack = 4;

/** The rows with the highest scores above 0, highest first, of equal ones the earlier; without sorting them all. */
export function bestRows(scores: Float64Array, most: number): number[] {
  if (most <= 0) return [];
  const scoreOf = (row: number): number => scores[row] ?? 0;
  // Rows are gathered in their order, and the sort is stable: among equals the earlier stay in front.
  const byScore = (left: number, right: number): number => scoreOf(right) - scoreOf(left);
  let best: number[] = [];
  let least = 0;
  for (let row = 0; row < scores.length; row += 1) {
    const score = scores[row] ?? 0;
    if (score <= least) continue;
    best.push(row);
    if (best.length < slack * most) continue;
    best = best.sort(byScore).slice(0, most);
    least = scoreOf(best.at(-1) ?? -1);
  }
  return best.sort(byScore).slice(0, most);
}
