/** One answer that is not the usual one. With `delayMs` alone the call is only late. */
export type Fault = {
  /** An HTTP status instead of 200; 429 comes with Retry-After. */
  status?: number;
  retryAfterSeconds?: number;
  /** Short for `retryAfterSeconds`. */
  retryAfter?: number;
  /** An error of Slack: `{ok: false, error}`. */
  error?: string;
  /** The call takes effect before it fails. `posts` says the same of a message. */
  takesEffect?: boolean;
  posts?: boolean;
  /** The call takes effect (unless told otherwise) and the connection ends without a response. */
  lost?: boolean;
  delayMs?: number;
};

/** The faults to come: the next ones of a method in order, then those that come with a probability. */
export function createFaults() {
  const next = new Map<string, Fault[]>();
  let lasting: { method: string; fault: Fault; probability: number; random: () => number }[] = [];

  return {
    take: (method: string): Fault | undefined =>
      next.get(method)?.shift() ??
      lasting.find((one) => one.method === method && one.random() < one.probability)?.fault,
    failNext: (method: string, fault: Fault): void => {
      next.set(method, [...(next.get(method) ?? []), fault]);
    },
    /** Every call of the method goes wrong with this probability; the same seed draws the same calls. */
    failAlways: (method: string, fault: Fault, probability = 1, seed = 1): void => {
      lasting.push({ method, fault, probability, random: seededRandom(seed) });
    },
    clear: (): void => {
      next.clear();
      lasting = [];
    },
  };
}

/** mulberry32: numbers from 0 to 1. */
function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
