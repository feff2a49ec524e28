const modulus = 2_147_483_647;
const multiplier = 16_807;

/** Numbers from 0 to 1 that are the same at each run: Park and Miller's minimal standard generator, 1988. @param seed from 1. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * multiplier) % modulus;
    return state / modulus;
  };
}
