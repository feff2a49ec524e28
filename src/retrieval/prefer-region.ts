import { regionsNamedIn } from '../documents/regions.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';

/** What a clause of another region loses, in standard deviations: more than neighbours in a ranking differ by. */
const penalty = 1.5;

/** What the regions that a question names mean for the documents. */
export type RegionPreference = {
  /** What a clause loses because its document is another region's; 0 where nothing is known. */
  lossOf(clauseRow: number): number;
  /** The question names regions, and all documents are others': they cannot answer it. */
  isElsewhere: boolean;
};

/**
 * Reads from the question which region's documents are meant: no vector tells Hubei from Hunan. Null when it
 * names none.
 */
export function preferRegion(knowledge: KnowledgeBase, question: string): RegionPreference | null {
  const named = new Set(regionsNamedIn(question));
  if (named.size === 0) return null;
  const held = knowledge.regions();
  if (![...held].some((region) => named.has(region))) {
    return { lossOf: () => 0, isElsewhere: held.size > 0 && !held.has('') };
  }
  return {
    isElsewhere: false,
    lossOf: (clauseRow) => {
      const clause = knowledge.clauseAt(clauseRow);
      const document = clause === null ? null : knowledge.findDocument(clause.documentId);
      const region = document?.region ?? '';
      return region === '' || named.has(region) ? 0 : penalty;
    },
  };
}
