import { describe, expect, it } from 'vitest';
import { type Clause, walkClauses } from '../../src/clauses/clause.ts';
import { parseDocument } from '../../src/clauses/parse-document.ts';
import { assignResponsibility } from '../../src/responsibility/assign-responsibility.ts';
import { readSeed, seedNames } from '../seed-documents.ts';
import { seedAssignments } from './seed-assignments.ts';

const bare = (text: string): string => text.replace(/\s+/gu, '');

describe('who is responsible in the seeds', () => {
  it.each(seedNames)('%s: every unit and role at its clause, and nobody else', (name) => {
    const text = readSeed(name);
    const { root, noise } = parseDocument('d', text, 'title');
    const { byClause, notes } = assignResponsibility(text, root, noise);
    const carriers = [...walkClauses(root)].filter(({ id }) => (byClause.get(id) ?? []).length > 0);
    const found = carriers.map((clause: Clause) => [
      bare(text.slice(clause.span.start, clause.span.start + 40)),
      (byClause.get(clause.id) ?? []).map((one) => `${one.name} ${one.role}`),
    ]);
    const expected = seedAssignments
      .filter(([document]) => document === name)
      .map(([, clause, units], index) => {
        // The clause is compared as far as it is written down.
        const [begins = ''] = found[index] ?? [];
        const isRight = String(begins).startsWith(bare(clause));
        return [isRight ? begins : clause, units];
      });
    expect(found).toEqual(expected);
    expect(notes).toEqual([]);
  });
});
