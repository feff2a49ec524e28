import { z } from 'zod';

const unigram = z.object({ model: z.object({ type: z.literal('Unigram'), vocab: z.array(z.unknown()) }) });

/**
 * How rare each token is in the text that a tokenizer's vocabulary was made of, by its id: the negative logarithm of its
 * probability, in nats (Kudo, "Subword Regularization", 2018). Null for a tokenizer without probabilities.
 * @param pieces the content of tokenizer.json.
 */
export function readSurprisals(pieces: object): Float32Array | null {
  const { success, data } = unigram.safeParse(pieces);
  if (!success) return null;
  return Float32Array.from(data.model.vocab, (piece) => {
    const score = Array.isArray(piece) ? piece[1] : undefined;
    return typeof score === 'number' ? 0 - score : 0;
  });
}
