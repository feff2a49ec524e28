import { availableParallelism } from 'node:os';
import { basename, dirname } from 'node:path';
import { AutoModel, AutoTokenizer, env, Tensor } from '@xenova/transformers';
import { z } from 'zod';
import { ModelError } from '../errors.ts';
import type { Embedding, TokenVectors } from './embedder.ts';
import { loadTokenProjection, type TokenProjection } from './token-projection.ts';

/** The model's window, in tokens. */
const maxTokens = 512;

/**
 * More than four threads do not make a short text faster. They stop spinning when a run ends, so that the rest
 * of the program has the processors (onnxruntime_session_options_config_keys.h, "session.force_spinning_stop").
 */
const sessionOptions = {
  intraOpNumThreads: Math.min(availableParallelism(), 4),
  extra: { session: { force_spinning_stop: '1' } },
};

/** What the tokenizer returns for one text when no tensor is asked for. */
const encodingSchema = z.object({ input_ids: z.array(z.number().int()) });
const outputSchema = z.object({ last_hidden_state: z.instanceof(Tensor) });

/** The hidden states of one run, token after token. */
type HiddenStates = { data: Float32Array; tokens: number; dimensions: number };

/** Which of a text's tokens are listed, the opening token not counted; half open. */
type ListedTokens = { first: number; end: number };

/**
 * Turns one text into its embedding. Of its tokens, those of the first `listedCharacters` are listed; those of
 * `prefix` count for the whole only.
 */
export type TextEncoder = {
  encode(prefix: string, text: string, listedCharacters: number): Promise<Embedding>;
  /** The hidden states of a text that fits the window, from which a token projection is made. */
  readStates(prefix: string, text: string): Promise<Float32Array[]>;
  /** The revision of the model that the token projection was made for; null without one. */
  projectionRevision: string | null;
};

/**
 * Loads the model of a folder. One text is run at a time: as fast on two cores as batches sorted by length, and
 * with models that quantise per batch a vector would depend on its neighbours.
 * @param projectionPath file of the token projection, which may be missing.
 * @throws ModelError `model-unusable`.
 */
export async function loadTextEncoder(folder: string, projectionPath: string): Promise<TextEncoder> {
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = dirname(folder);
  try {
    const name = basename(folder);
    const [model, tokenizer] = await Promise.all([
      AutoModel.from_pretrained(name, {
        local_files_only: true,
        dtype: 'q8',
        session_options: sessionOptions,
      }),
      AutoTokenizer.from_pretrained(name, { local_files_only: true }),
    ]);
    const tokenize = (text: string): number[] =>
      encodingSchema.parse(tokenizer(text, { return_tensor: false, truncation: false, padding: false }))
        .input_ids;
    const run = async (ids: readonly number[]): Promise<HiddenStates> =>
      hiddenStates(outputSchema.parse(await model(inputsOf(ids))).last_hidden_state);
    const { dimensions } = await run(tokenize('ready'));
    const projection = loadTokenProjection(projectionPath, dimensions);
    return {
      projectionRevision: projection?.modelRevision ?? null,
      readStates: async (prefix, text) => {
        const skipped = Math.max(tokenize(prefix).length - 1, 1);
        const { data, tokens, dimensions: width } = await run(tokenize(prefix + text).slice(0, maxTokens));
        const places = Array.from(
          { length: Math.max(tokens - 1 - skipped, 0) },
          (_, index) => index + skipped,
        );
        return places.map((place) => data.slice(place * width, (place + 1) * width));
      },
      encode: async (prefix, text, listedCharacters) => {
        const ids = tokenize(prefix + text);
        const first = Math.max(tokenize(prefix).length - 2, 0);
        const isWhole = listedCharacters >= text.length;
        const end = isWhole ? ids.length - 2 : tokenize(prefix + text.slice(0, listedCharacters)).length - 2;
        return encodeWindows(ids, { first, end: Math.max(first, end) }, run, projection);
      },
    };
  } catch (cause) {
    throw new ModelError(
      'model-unusable',
      `The model in ${folder} cannot be run: restore the folder, or set EMBEDDING_MODEL to another one.`,
      { cause },
    );
  }
}

/**
 * A text longer than the model's window is read in windows of equal length whose vectors are averaged, so that
 * no word is left out. Each window keeps the tokenizer's opening and closing token.
 */
async function encodeWindows(
  ids: readonly number[],
  listed: ListedTokens,
  run: (ids: readonly number[]) => Promise<HiddenStates>,
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

function inputsOf(ids: readonly number[]): Record<string, Tensor> {
  const shape = [1, ids.length];
  return {
    input_ids: new Tensor(
      'int64',
      BigInt64Array.from(ids, (id) => BigInt(id)),
      shape,
    ),
    attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), shape),
    token_type_ids: new Tensor('int64', new BigInt64Array(ids.length), shape),
  };
}

function hiddenStates(output: Tensor): HiddenStates {
  const [, tokens = 0, dimensions = 0] = output.dims;
  if (!(output.data instanceof Float32Array)) throw new TypeError('The model does not return 32-bit floats.');
  return { data: output.data, tokens, dimensions };
}

/** Adds the mean of all states of a window, weighted by the window's length. */
function addMean(
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

function normalise(vector: Float32Array): Float32Array {
  const norm = Math.hypot(...vector);
  if (!Number.isFinite(norm) || norm === 0)
    throw new Error('The model returned a vector without a direction.');
  return vector.map((value) => value / norm);
}
