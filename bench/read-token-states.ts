import { maxTokens } from '../src/embedding/encode-windows.ts';
import { innerProduct } from '../src/embedding/inner-product.ts';
import { loadModel } from '../src/embedding/load-model.ts';
import { loadTokenizer } from '../src/embedding/load-tokenizer.ts';

/** A text's own tokens, those of the prefix and the closing one left out: their ids, and their states as unit vectors. */
export type TokenStates = { ids: number[]; rows: Float32Array };

/** @param prefix the model's instruction, `query: ` or `passage: `. */
export type ReadTokenStates = (prefix: string, text: string) => Promise<TokenStates>;

/** Loads a model and its tokenizer to read hidden states; of a text longer than the model's window, the beginning. */
export async function createStateReader(folder: string): Promise<ReadTokenStates> {
  const [run, { tokenize }] = await Promise.all([loadModel(folder), loadTokenizer(folder)]);
  return async (prefix, text) => {
    const { ids, listed } = tokenize(prefix, text, text.length);
    const read = ids.slice(0, maxTokens);
    const { data, dimensions } = await run(read);
    const first = listed.first + 1;
    const end = Math.max(read.length - 1, first);
    const rows = data.slice(first * dimensions, end * dimensions);
    for (let start = 0; start < rows.length; start += dimensions) {
      const norm = Math.sqrt(innerProduct(rows, start, rows, start, dimensions));
      for (let at = start; at < start + dimensions; at += 1) rows[at] = (rows[at] ?? 0) / (norm || 1);
    }
    return { ids: ids.slice(first, end), rows };
  };
}
