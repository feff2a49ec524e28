import { availableParallelism } from 'node:os';
import { basename, dirname } from 'node:path';
import { AutoModel, env, Tensor } from '@xenova/transformers';
import { z } from 'zod';
import { ModelError } from '../errors.ts';
import type { HiddenStates } from './hidden-states.ts';

/**
 * More than four threads do not make a short text faster. They stop spinning when a run ends, so that the rest
 * of the program has the processors. Without the precise products, processors that have AVX2 but no VNNI cut
 * sums of 8-bit products off at 16 bits, and vectors would differ from machine to machine
 * (onnxruntime_session_options_config_keys.h, "session.force_spinning_stop", "session.x64quantprecision").
 */
const sessionOptions = {
  intraOpNumThreads: Math.min(availableParallelism(), 4),
  extra: { session: { force_spinning_stop: '1', x64quantprecision: '1' } },
};

/** What a run of the model returns. */
const outputSchema = z.object({ last_hidden_state: z.instanceof(Tensor) });

/** The model's hidden states over the tokens of one text, the opening and the closing one among them. */
export type RunModel = (ids: readonly number[]) => Promise<HiddenStates>;

/**
 * Loads the model of a folder. One text is run at a time: as fast on two cores as batches sorted by length, and
 * with models that quantise per batch a vector would depend on its neighbours.
 * @throws ModelError `model-unusable`.
 */
export async function loadModel(folder: string): Promise<RunModel> {
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = dirname(folder);
  try {
    const model = await AutoModel.from_pretrained(basename(folder), {
      local_files_only: true,
      dtype: 'q8',
      session_options: sessionOptions,
    });
    return async (ids) => readHiddenStates(await model(inputsOf(ids)));
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
