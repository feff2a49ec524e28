/** Clocks differ; a message is looked for from so long before its job on. */
const clockSkewSeconds = 300;

/** The `ts` from which a conversation is read back for what was posted after `atMs` (epoch). */
export function readBackFrom(atMs: number): string {
  return String(Math.floor(atMs / 1_000) - clockSkewSeconds);
}
