/** Scores that hardly differ are not blown up: the least spread that is believed in. */
const leastSpread = 0.01;

/** The mean of scores and their standard deviation, by which each is seen relative to the others; 0 and the least of none. */
export function meanAndSpread(scores: readonly number[]): { mean: number; spread: number } {
  const count = Math.max(scores.length, 1);
  const mean = scores.reduce((sum, score) => sum + score, 0) / count;
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / count;
  return { mean, spread: Math.max(Math.sqrt(variance), leastSpread) };
}
