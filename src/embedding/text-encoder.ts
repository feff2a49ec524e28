import { availableParallelism } from 'node:os';
import { basename, dirname } from 'node:path';
import { AutoModel, AutoTokenizer, env, Tensor } from '@xenova/transformers';
import { z } from 'zod';
import { ModelError } from '../errors.ts';
import type { Embedding } from './embedder.ts';
import { encodeWindows, maxTokens } from './encode-windows.ts';
import type { HiddenStates } from './hidden-states.ts';
import { loadTokenProjection } from './token-projection.ts';

/**
 * More than four threads do not make a short text faster. They stop spinning when a run ends, so that the rest
 * of the program has the processors (onnxruntime_session_options_config_keys.h, "session.force_spinning_stop").
 */
const sessionOptions = {
  intraOpNumThreads: Math.min(availableParallelism(), 4),
  extra: { session: { force_spinning_stop: '1' } },
};

/** What a run of the model returns. */
const outputSchema = z.object({ last_hidden_state: z.instanceof(Tensor) });

/** What the tokenizer returns for one text when no tensor is asked for. */
const encodingSchema = z.object({ input_ids: z.array(z.number().int()) });

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
    const counted = new Map<string, number>();
    const prefixTokens = (prefix: string): number => {
      const count = counted.get(prefix) ?? Math.max(tokenize(prefix).length - 2, 0);
      counted.set(prefix, count);
      return count;
    };
    const run = async (ids: readonly number[]): Promise<HiddenStates> =>
      readHiddenStates(await model(inputsOf(ids)));
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
        const first = prefixTokens(prefix);
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

/** Reads what a run of the model returns. @throws ZodError or TypeError when it is no embedding model's output. */
function readHiddenStates(output: unknown): HiddenStates {
  const { dims, data } = outputSchema.parse(output).last_hidden_state;
  const [, tokens = 0, dimensions = 0] = dims;
  if (!(data instanceof Float32Array)) throw new TypeError('The model does not return 32-bit floats.');
  return { data, tokens, dimensions };
}

/** The inputs of a run over one text. @param ids with the opening and the closing token. */
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
