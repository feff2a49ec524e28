import type { Embedder, Embedding, TokenVectors } from '../../src/embedding/embedder.ts';

const dimensions = 64;
const tokenDimensions = 8;

/** An Embedder without a model; `passages` lists what it was asked to embed. */
export type HashEmbedder = Embedder & { passages: string[] };

/**
 * Creates an Embedder whose vectors count hashed pairs of characters: texts that share pairs are near each
 * other, and the same text always has the same vector. It fails behind `mostPassages` passages.
 */
export function createHashEmbedder(options: { revision?: string; mostPassages?: number } = {}): HashEmbedder {
  const { revision = 'hash-1', mostPassages = Number.POSITIVE_INFINITY } = options;
  const passages: string[] = [];
  return {
    passages,
    identity: async () => ({ id: 'hash', revision, dimensions }),
    warmUp: async () => undefined,
    embedQuestion: async (text) => embed(text),
    embedPassage: async (text, listedCharacters) => {
      if (passages.length >= mostPassages) throw new Error('The embedder broke down.');
      passages.push(text);
      return embed(text, listedCharacters);
    },
    close: async () => undefined,
  };
}

function embed(text: string, listedCharacters = text.length): Embedding {
  return { vector: hashVector(text), tokens: hashTokens(text.slice(0, listedCharacters)) };
}

/** Each character is a token with a direction of its own, of norm 254 or so. */
function hashTokens(text: string): TokenVectors {
  const ids = Int32Array.from([...text], (character) => hashOf(character) & 0xffff);
  const rows = new Int8Array(ids.length * tokenDimensions);
  for (const [index, id] of ids.entries()) {
    for (let place = 0; place < tokenDimensions; place += 1) {
      rows[index * tokenDimensions + place] = ((id >> place) & 1) === 0 ? 90 : -90;
    }
  }
  return { ids, rows, dimensions: tokenDimensions };
}

/** The vector of a text, of norm 1; its first place keeps an empty text from having no direction. */
function hashVector(text: string): Float32Array {
  const vector = new Float32Array(dimensions);
  vector[0] = 0.1;
  const characters = [...text];
  for (const [index, character] of characters.entries()) {
    const hash = hashOf(`${character}${characters[index + 1] ?? ''}`);
    const place = hash % dimensions;
    vector[place] = (vector[place] ?? 0) + ((hash & 0x10000) === 0 ? 1 : -1);
  }
  const norm = Math.hypot(...vector);
  return vector.map((value) => value / norm);
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash ^ (hash >>> 15);
}
