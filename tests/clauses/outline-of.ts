import { walkClauses } from '../../src/clauses/clause.ts';
import { parseDocument } from '../../src/clauses/parse-document.ts';

/** The labels that are found in a text, one a line, each behind as many dots as its depth less one. */
export function outlineOf(text: string): string[] {
  return [...walkClauses(parseDocument('d', text, 'title').root)]
    .slice(1)
    .map(({ label, level }) => `${'.'.repeat(level - 1)}${label}`);
}
