import type { ClauseReader } from '../../src/answer/create-clause-reader.ts';
import { makeQuotation } from './make-answer.ts';

/** A reader of one clause `c1`, with any part replaced. */
export function makeReader(changes: Partial<ClauseReader> = {}): ClauseReader {
  const quotation = makeQuotation();
  return {
    generation: async () => 'g1',
    documents: async () => [quotation.document],
    readClause: async (clauseId) => (clauseId === quotation.clause.id ? quotation : null),
    responsibleFor: async (clauseId) => (clauseId === quotation.clause.id ? [] : null),
    furtherClauses: async () => [],
    exampleTopics: async () => [{ topic: '互联网+制造', isAssigned: true }],
    ...changes,
  };
}
