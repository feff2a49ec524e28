import { walkClauses } from '../../src/clauses/clause.ts';
import { parseClauses } from '../../src/clauses/parse-clauses.ts';

/** The labels that are found in a text, one a line, each behind as many dots as its depth less one. */
export function outlineOf(text: string): string[] {
  return [...walkClauses(parseClauses('d', text, 'title'))]
    .slice(1)
    .map(({ label, level }) => `${'.'.repeat(level - 1)}${label}`);
}
