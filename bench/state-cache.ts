import { appendFileSync, closeSync, existsSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { z } from 'zod';
import type { ReadTokenStates } from './read-token-states.ts';

const lineSchema = z.object({
  text: z.string(),
  at: z.number(),
  length: z.number(),
  ids: z.array(z.number()),
});

/** Hidden states that are kept on the disk. Whoever opens one closes it. */
export type StateCache = { read: ReadTokenStates; close(): void };

/**
 * Keeps what a reader returns in `path`.f32, and in `path`.jsonl where it stands there, so that a second run does not
 * run the model again. A line is written after its numbers: what a crash left without a line is overwritten.
 */
export function openStateCache(path: string, readStates: ReadTokenStates): StateCache {
  const known = new Map<string, z.infer<typeof lineSchema>>();
  let end = 0;
  for (const line of existsSync(`${path}.jsonl`) ? readFileSync(`${path}.jsonl`, 'utf8').split('\n') : []) {
    if (line === '') continue;
    const entry = lineSchema.parse(JSON.parse(line));
    known.set(entry.text, entry);
    end = Math.max(end, entry.at + entry.length * Float32Array.BYTES_PER_ELEMENT);
  }
  const file = openSync(`${path}.f32`, existsSync(`${path}.f32`) ? 'r+' : 'w+');
  return {
    read: async (prefix, text) => {
      const found = known.get(prefix + text);
      if (found !== undefined) {
        const rows = new Float32Array(found.length);
        readSync(file, rows, 0, rows.byteLength, found.at);
        return { ids: found.ids, rows };
      }
      const states = await readStates(prefix, text);
      writeSync(file, states.rows, 0, states.rows.byteLength, end);
      const entry = { text: prefix + text, at: end, length: states.rows.length, ids: states.ids };
      appendFileSync(`${path}.jsonl`, `${JSON.stringify(entry)}\n`);
      known.set(entry.text, entry);
      end += states.rows.byteLength;
      return states;
    },
    close: () => closeSync(file),
  };
}
