/**
 * Which model made a vector: the folder's name, the first 16 hex digits of the SHA-256 of its weights, and the
 * length of its vectors. Vectors of different models must never meet in one index.
 */
export type ModelIdentity = { id: string; revision: string; dimensions: number };

/**
 * The tokens of one text: their ids in the model's vocabulary, and one row of `dimensions` bytes each, a
 * direction of norm `tokenScale` in the space of the token projection.
 */
export type TokenVectors = {
  ids: Int32Array;
  rows: Int8Array;
  dimensions: number;
  /** How rare each token is in text of any language, in nats; of a question in another language than the documents. */
  surprisals?: Float32Array;
};

/** A text as the model sees it: the whole in one vector (L2 norm 1), and its tokens where they can be had. */
export type Embedding = { vector: Float32Array; tokens: TokenVectors | null };

/** Makes vectors of questions and passages. Whoever creates one closes it. */
export type Embedder = {
  /** Verifies the model's files without loading the model. */
  identity(): Promise<ModelIdentity>;
  /** Loads the model before the first question comes. */
  warmUp(): Promise<void>;
  /**
   * @param foreign the question's language, where the documents are in another: what its questions have in common is
   * taken out of the embedding.
   */
  embedQuestion(text: string, foreign?: string): Promise<Embedding>;
  /** @param listedCharacters tokens are listed for so much of the text from its beginning; default: all. */
  embedPassage(text: string, listedCharacters?: number): Promise<Embedding>;
  close(): Promise<void>;
};
