import { availableParallelism } from 'node:os';
import { basename, dirname } from 'node:path';
import { AutoModel, AutoTokenizer, env, Tensor } from '@xenova/transformers';
import { z } from 'zod';
import { ModelError } from '../errors.ts';

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

/** Turns one text into its vector (L2 norm 1). */
export type TextEncoder = { encode(text: string): Promise<Float32Array> };

/**
 * Loads the model of a verified folder. One text is run at a time: as fast on two cores as batches sorted by
 * length, and with models that quantise per batch a vector would depend on its neighbours.
 * @throws ModelError `model-unusable`.
 */
export async function loadTextEncoder(folder: string): Promise<TextEncoder> {
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
    const run = async (ids: readonly number[]): Promise<Float32Array> => {
      const output = outputSchema.parse(await model(inputsOf(ids)));
      return meanPool(output.last_hidden_state);
    };
    const encode = async (text: string): Promise<Float32Array> => {
      const { input_ids: ids } = encodingSchema.parse(
        tokenizer(text, { return_tensor: false, truncation: false, padding: false }),
      );
      return encodeWindows(ids, run);
    };
    await encode('ready');
    return { encode };
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
  run: (ids: readonly number[]) => Promise<Float32Array>,
): Promise<Float32Array> {
  if (ids.length <= maxTokens) return normalise(await run(ids));
  const [first = 0] = ids;
  const last = ids.at(-1) ?? 0;
  const inner = ids.slice(1, -1);
  const count = Math.ceil(inner.length / (maxTokens - 2));
  const size = Math.ceil(inner.length / count);
  const sum: number[] = [];
  for (let at = 0; at < inner.length; at += size) {
    const window = inner.slice(at, at + size);
    const vector = await run([first, ...window, last]);
    vector.forEach((value, index) => {
      sum[index] = (sum[index] ?? 0) + value * window.length;
    });
  }
  return normalise(Float32Array.from(sum));
}

function inputsOf(ids: readonly number[]): Record<string, Tensor> {
  const shape = [1, ids.length];
  const zeros = new BigInt64Array(ids.length);
  return {
    input_ids: new Tensor(
      'int64',
      BigInt64Array.from(ids, (id) => BigInt(id)),
      shape,
    ),
    attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), shape),
    token_type_ids: new Tensor('int64', zeros, shape),
  };
}

function meanPool(hidden: Tensor): Float32Array {
  const [, tokens = 0, dimensions = 0] = hidden.dims;
  const data = hidden.data;
  const mean = new Float32Array(dimensions);
  for (let token = 0; token < tokens; token += 1) {
    for (let index = 0; index < dimensions; index += 1) {
      mean[index] = (mean[index] ?? 0) + Number(data[token * dimensions + index]) / tokens;
    }
  }
  return mean;
}

function normalise(vector: Float32Array): Float32Array {
  const norm = Math.hypot(...vector);
  if (!Number.isFinite(norm) || norm === 0)
    throw new Error('The model returned a vector without a direction.');
  return vector.map((value) => value / norm);
}
