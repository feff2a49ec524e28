/** The hidden states of one run, token after token. */
export type HiddenStates = { data: Float32Array; tokens: number; dimensions: number };

/** Adds the mean of all states of a window, weighted by the window's length. */
export function addMean(
  sum: Float32Array,
  { data, tokens, dimensions }: HiddenStates,
  weight: number,
): Float32Array {
  const share = Math.max(weight, 1) / tokens;
  for (let at = 0; at < tokens * dimensions; at += 1) {
    const index = at % dimensions;
    sum[index] = (sum[index] ?? 0) + (data[at] ?? 0) * share;
  }
  return sum;
}

/** The vector of the same direction, of norm 1. */
export function normalise(vector: Float32Array): Float32Array {
  const norm = Math.hypot(...vector);
  if (!Number.isFinite(norm) || norm === 0)
    throw new Error('The model returned a vector without a direction.');
  return vector.map((value) => value / norm);
}
