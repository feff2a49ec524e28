import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { walkClauses } from '../../src/clauses/clause.ts';
import { parseDocument } from '../../src/clauses/parse-document.ts';
import { readSeed, seedNames } from '../seed-documents.ts';

const outlineSchema = z.array(z.object({ label: z.string(), depth: z.number(), starts: z.string() }));

type Heading = { at: number; depth: number; label: string };

/** What the annotator wrote, see `seed-outlines/README.md`: each heading is looked for behind the one before. */
function expectedOutline(name: string, text: string): Heading[] {
  const file = new URL(`./seed-outlines/${name.replace('.txt', '.json')}`, import.meta.url);
  let from = 0;
  return outlineSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).map(({ label, depth, starts }) => {
    const at = text.indexOf(starts, from);
    if (at < 0) throw new Error(`${name} has no ${starts} behind ${from}.`);
    from = at + starts.length;
    return { at, depth, label };
  });
}

describe.each(seedNames)('the outline of %s', (name) => {
  const text = readSeed(name);
  const root = parseDocument('d', text, 'title').root;
  const found = [...walkClauses(root)].slice(1);

  it('has every label at its place with its depth, and none that is no label', () => {
    const outline = found.map(({ span, level, label }) => ({ at: span.start, depth: level, label }));
    expect(outline).toEqual(expectedOutline(name, text));
  });

  it('has no heading that runs over a line or into a sentence', () => {
    for (const { heading } of found) expect(heading).toMatch(/^[^\n\r。]{0,60}$/u);
  });
});
