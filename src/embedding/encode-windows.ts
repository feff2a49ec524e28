import type { Embedding, TokenVectors } from './embedder.ts';
import { addMean, type HiddenStates, normalise } from './hidden-states.ts';
import type { RunModel } from './load-model.ts';
import type { TokenizedText } from './load-tokenizer.ts';
import type { TokenProjection } from './token-projection.ts';

/** The model's window, in tokens. */
export const maxTokens = 512;

/**
 * A text longer than the model's window is read in windows of equal length whose vectors are averaged, so that
 * no word is left out. Each window keeps the tokenizer's opening and closing token.
 */
export async function encodeWindows(
  { ids, listed }: TokenizedText,
  run: RunModel,
  projection: TokenProjection | null,
): Promise<Embedding> {
  const [first = 0] = ids;
  const last = ids.at(-1) ?? 0;
  const inner = ids.slice(1, -1);
  const count = Math.max(Math.ceil(inner.length / (maxTokens - 2)), 1);
  const size = Math.max(Math.ceil(inner.length / count), 1);
  const tokens =
    projection === null ? null : emptyTokens(inner.slice(listed.first, listed.end), projection.dimensions);
  let sum: Float32Array | null = null;
  for (let at = 0; at < Math.max(inner.length, 1); at += size) {
    const window = inner.slice(at, at + size);
    const states = await run([first, ...window, last]);
    sum = addMean(sum ?? new Float32Array(states.dimensions), states, window.length);
    if (projection !== null && tokens !== null) projectTokens(states, at - listed.first, projection, tokens);
  }
  return { vector: normalise(sum ?? new Float32Array()), tokens };
}

function emptyTokens(ids: readonly number[], dimensions: number): TokenVectors {
  return { ids: Int32Array.from(ids), rows: new Int8Array(ids.length * dimensions), dimensions };
}

/** @param firstToken the place among the listed tokens of the window's first; negative before those that are listed. */
function projectTokens(
  { data, tokens, dimensions }: HiddenStates,
  firstToken: number,
  projection: TokenProjection,
  target: TokenVectors,
): void {
  // The first and the last state are those of the opening and the closing token.
  for (let token = 1; token < tokens - 1; token += 1) {
    const place = firstToken + token - 1;
    if (place < 0 || place >= target.ids.length) continue;
    const hidden = data.subarray(token * dimensions, (token + 1) * dimensions);
    projection.project(hidden, target.rows, place * projection.dimensions);
  }
}
