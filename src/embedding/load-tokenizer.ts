import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import { z } from 'zod';
import { ModelError } from '../errors.ts';
import { readSurprisals } from './read-surprisals.ts';

const objectSchema = z.looseObject({});

/** Which of a text's tokens are listed, the opening token not counted; half open. */
export type ListedTokens = { first: number; end: number };

/** A text as the model is given it: its tokens with the opening and the closing one. */
export type TokenizedText = { ids: number[]; listed: ListedTokens };

/**
 * Cuts a text into the model's tokens. Those of the first `listedCharacters` behind `prefix` are listed; those
 * of `prefix` count for the whole only.
 */
export type TokenizeText = (prefix: string, text: string, listedCharacters: number) => TokenizedText;

/** `surprisals` by the tokens' ids; null where the tokenizer has none. */
export type LoadedTokenizer = { tokenize: TokenizeText; surprisals: Float32Array | null };

/**
 * Loads the tokenizer of a model folder: a second of work for a vocabulary of 250,000 pieces, so that it is
 * done on another thread than the loading of the model.
 * @throws ModelError `model-unusable`.
 */
export async function loadTokenizer(folder: string): Promise<LoadedTokenizer> {
  try {
    const [pieces, settings] = await Promise.all([
      readObject(join(folder, 'tokenizer.json')),
      readObject(join(folder, 'tokenizer_config.json')),
    ]);
    const tokenizer = new Tokenizer(pieces, settings);
    const encode = (text: string): number[] => tokenizer.encode(text).ids;
    const lengths = new Map<string, number>();
    const lengthOf = (prefix: string): number => {
      const length = lengths.get(prefix) ?? Math.max(encode(prefix).length - 2, 0);
      lengths.set(prefix, length);
      return length;
    };
    const tokenize: TokenizeText = (prefix, text, listedCharacters) => {
      const ids = encode(prefix + text);
      const first = lengthOf(prefix);
      const isWhole = listedCharacters >= text.length;
      const end = (isWhole ? ids : encode(prefix + text.slice(0, listedCharacters))).length - 2;
      return { ids, listed: { first, end: Math.max(first, end) } };
    };
    return { tokenize, surprisals: readSurprisals(pieces) };
  } catch (cause) {
    throw new ModelError(
      'model-unusable',
      `The tokenizer in ${folder} cannot be read: restore the folder, or set EMBEDDING_MODEL to another one.`,
      { cause },
    );
  }
}

async function readObject(path: string): Promise<object> {
  return objectSchema.parse(JSON.parse(await readFile(path, 'utf8')));
}
