import { foldText } from '../clauses/fold-text.ts';
import type { TokenVectors } from '../embedding/embedder.ts';
import { tokenScale } from '../embedding/token-row.ts';
import type { IndexedClause, KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { passageContext } from '../knowledge/passage-context.ts';
import type { NearestTokens } from './kernel/create-token-kernel.ts';
import { meanAndSpread } from './mean-and-spread.ts';
import type { RankedClause } from './ranked-clause.ts';

/** What a standard deviation of the headings' similarity is worth; .2 to .5 are alike on 157 questions. */
const share = 0.3;
const leastCharacters = 2;

/**
 * Ranks clauses anew by how well the question has the words of their heading, for questions on who is responsible: what
 * they ask about is a task, and a task is called by its heading. The heading is that of the clause that names who is
 * responsible, be it the one that was found or one above it.
 */
export function preferHeaded(
  { knowledge, nearestTokens }: { knowledge: KnowledgeBase; nearestTokens: NearestTokens },
  clauses: readonly RankedClause[],
  question: TokenVectors,
): RankedClause[] {
  const similarities = clauses.map(({ clause }) => {
    const rows = headingRows(knowledge, taskOf(knowledge, clause));
    return rows === null ? null : similarity(nearestTokens, rows, question);
  });
  const { mean, spread } = meanAndSpread(similarities.filter((value) => value !== null));
  return clauses
    .map((one, index) => ({
      ...one,
      score: one.score + (share * ((similarities[index] ?? mean) - mean)) / spread,
    }))
    .toSorted((left, right) => right.score - left.score);
}

function taskOf(knowledge: KnowledgeBase, clause: IndexedClause): IndexedClause {
  for (let one: IndexedClause | null = clause; one !== null && one.level > 0; one = parentOf(knowledge, one))
    if (knowledge.assignmentsOf(one.row).length > 0) return one;
  return clause;
}

function parentOf(knowledge: KnowledgeBase, { parentId }: IndexedClause): IndexedClause | null {
  return parentId === null ? null : knowledge.findClause(parentId);
}

/** The tokens of a clause's own heading: the last of those that are kept of what stands in front of its passage. */
function headingRows(knowledge: KnowledgeBase, clause: IndexedClause): Int8Array | null {
  const heading = foldText(clause.heading);
  const passage = knowledge
    .passagesOf(clause.row)
    .find(({ kind, tokens }) => kind === 'clause' && tokens > 0);
  if (passage === undefined || heading.length < leastCharacters) return null;
  const context = passageContext([
    knowledge.findDocument(clause.documentId)?.title ?? '',
    ...headingsAbove(knowledge, clause),
  ]);
  if (!context.endsWith(heading)) return null;
  const count = Math.max(1, Math.round((passage.tokens * heading.length) / context.length));
  return knowledge.tokenRows(passage.firstToken + passage.tokens - count, count);
}

function headingsAbove(knowledge: KnowledgeBase, clause: IndexedClause): string[] {
  const headings: string[] = [];
  for (let one: IndexedClause | null = clause; one !== null && one.level > 0; one = parentOf(knowledge, one))
    headings.unshift(one.heading);
  return headings;
}

/** The mean, over the tokens of a heading, of the similarity to the nearest of the question. */
function similarity(
  nearestTokens: NearestTokens,
  rows: Int8Array,
  { rows: asked, dimensions }: TokenVectors,
): number {
  const products = nearestTokens(rows, asked, dimensions);
  return products.reduce((sum, product) => sum + product, 0) / (products.length * tokenScale * tokenScale);
}
