/**
 * Which model made a vector: the folder's name, the first 16 hex digits of the SHA-256 of its weights, and the
 * length of its vectors. Vectors of different models must never meet in one index.
 */
export type ModelIdentity = { id: string; revision: string; dimensions: number };

/** Makes vectors (L2 norm 1) of questions and passages. Whoever creates one closes it. */
export type Embedder = {
  /** Verifies the model's files without loading the model. */
  identity(): Promise<ModelIdentity>;
  /** Loads the model before the first question comes. */
  warmUp(): Promise<void>;
  embedQuestion(text: string): Promise<Float32Array>;
  embedPassage(text: string): Promise<Float32Array>;
  close(): Promise<void>;
};
