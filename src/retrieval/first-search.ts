import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { denseScores } from './dense-scores.ts';
import type { PassageScores } from './passage-scores.ts';
import type { QuestionScope } from './read-scope.ts';
import { byScore, type Candidate } from './rerank-candidates.ts';
import { supportOfWorks } from './support-of-works.ts';
import type { TextScores } from './text-scores.ts';

/** How many passages the vector search brings at least. */
const leastPool = 200;

/** How many clauses the full text adds to those that the vectors found. */
const textPool = 50;

/**
 * Weight of BM25 against the vectors when all terms of a question occur in the documents:
 * on Chinese public sets 0.3 to 0.5 is best and better than reciprocal rank fusion.
 */
export const fullTextWeight = 0.4;

/**
 * Fuses vectors and BM25, both normalised over the whole corpus; full text counts by the share of the question's terms
 * that the documents have at all, so that it is silent across languages, and clauses of one work support each other.
 * @returns the `depth` best, best first.
 */
export function firstSearch(
  knowledge: KnowledgeBase,
  passages: PassageScores,
  text: TextScores,
  scope: QuestionScope | null,
  depth: number,
): Candidate[] {
  const dense = denseScores(knowledge, passages, poolFor(depth));
  // A clause that only the full text found has at most the similarity of the last neighbour.
  const farthest = Math.min(...dense.values(), 0);
  const rows = new Set([...dense.keys(), ...text.best(Math.max(textPool, depth))]);
  const found = [...rows].map((row) => {
    const denseZ = dense.get(row) ?? farthest;
    const textZ = text.of(row);
    return { row, denseZ, textZ, loss: 0, score: denseZ + fullTextWeight * text.knownShare * textZ };
  });
  const supportOf = supportOfWorks(knowledge, found);
  return found
    .map((candidate) => {
      const loss = scope?.lossOf(candidate.row) ?? 0;
      return { ...candidate, loss, score: candidate.score + supportOf(candidate.row) - loss };
    })
    .sort(byScore)
    .slice(0, depth);
}

/** A clause has several passages: of so many the wanted number of clauses is made. */
function poolFor(depth: number): number {
  return Math.max(leastPool, 4 * depth);
}
