import { basename, dirname, join } from 'node:path';
import type { Embedder, Embedding, ModelIdentity } from './embedder.ts';
import { encodeWindows } from './encode-windows.ts';
import { loadLanguageMeans } from './language-means.ts';
import { loadTokenizer } from './load-tokenizer.ts';
import { verifyModel } from './model-files.ts';
import { startModelThread } from './start-model-thread.ts';
import { loadTokenProjection } from './token-projection.ts';

/** The instruction prefixes of the E5 family (Wang et al., "Multilingual E5 Text Embeddings", 2024). */
const e5Prefixes = { question: 'query: ', passage: 'passage: ' };
const noPrefixes = { question: '', passage: '' };

type Encode = (prefix: string, text: string, listedCharacters: number) => Promise<Embedding>;
type Encoder = {
  encode: Encode;
  /** What an embedding is without what its language makes of it. */
  withoutLanguage(embedding: Embedding, language: string): Promise<Embedding>;
  close(): Promise<void>;
};

/**
 * Creates an Embedder for the model in `folder`. The model is loaded when first needed, in a thread of its own,
 * so that a command that embeds nothing does not wait for it; meanwhile this thread loads the tokenizer, and
 * the files are verified. The methods throw ModelError when the model is missing, altered or cannot be run.
 */
export function createEmbedder(folder: string): Embedder {
  let encoder: Encoder | null = null;
  let verified: Promise<ModelIdentity> | null = null;
  const prefixes = /e5/iu.test(basename(folder)) ? e5Prefixes : noPrefixes;

  const identity = (): Promise<ModelIdentity> => {
    verified ??= verifyModel(folder);
    return verified;
  };
  const embed = async (prefix: string, text: string, listedCharacters = text.length): Promise<Embedding> => {
    const verifying = identity();
    verifying.catch(() => undefined);
    encoder ??= startEncoder(folder, verifying);
    const embedding = encoder.encode(prefix, text, listedCharacters);
    // What a cut file does to the loader is not reported: the checksum has the clear sentence.
    embedding.catch(() => undefined);
    await verifying;
    return embedding;
  };
  return {
    identity,
    warmUp: async () => {
      await embed(prefixes.question, '');
    },
    embedQuestion: async (text, foreign) => {
      const embedding = await embed(prefixes.question, text);
      if (foreign === undefined) return embedding;
      return encoder?.withoutLanguage(embedding, foreign) ?? embedding;
    },
    embedPassage: (text, listedCharacters) => embed(prefixes.passage, text, listedCharacters),
    close: async () => {
      await encoder?.close();
      encoder = null;
    },
  };
}

/** What turns texts into embeddings; a model's token projection and language means stand beside its folder. */
function startEncoder(folder: string, identity: Promise<ModelIdentity>): Encoder {
  const thread = startModelThread(folder);
  const tokenizer = loadTokenizer(folder);
  const projectionPath = join(dirname(folder), 'token-projections', `${basename(folder)}.bin`);
  const projection = identity.then((model) => loadTokenProjection(projectionPath, model));
  projection.catch(() => undefined);
  const meansPath = join(dirname(folder), 'language-means', `${basename(folder)}.json`);
  const means = identity.then((model) => loadLanguageMeans(meansPath, model));
  means.catch(() => undefined);
  const encode: Encode = async (prefix, text, listedCharacters) => {
    const { tokenize } = await tokenizer;
    return encodeWindows(tokenize(prefix, text, listedCharacters), thread.run, await projection);
  };
  const underWay = new Set<Promise<Embedding>>();
  return {
    withoutLanguage: async (embedding, language) => {
      const { vector, tokens } = (await means)?.takeOut(embedding, language) ?? embedding;
      const { surprisals } = await tokenizer;
      if (tokens === null || surprisals === null) return { vector, tokens };
      return {
        vector,
        tokens: { ...tokens, surprisals: Float32Array.from(tokens.ids, (id) => surprisals[id] ?? 0) },
      };
    },
    encode: (...text) => {
      const encoding = encode(...text);
      underWay.add(encoding);
      const forget = (): boolean => underWay.delete(encoding);
      encoding.then(forget, forget);
      return encoding;
    },
    close: async () => {
      await Promise.allSettled(underWay);
      await thread.close();
    },
  };
}
