import type { TokenVectors } from '../embedding/embedder.ts';
import { innerProduct } from '../embedding/inner-product.ts';
import { tokenScale } from '../embedding/token-projection.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';

/** Tokens of the question that weigh less than this share of the heaviest are left out: 的, 了, punctuation. */
const leastWeight = 0.3;

/** A question's token with its weight; `row` is its direction. */
type QuestionToken = { row: Float32Array; weight: number };

/** How well a clause's words meet the question's: of its best sentence, and of all its sentences and headings. */
export type LateScore = { sentence: number; clause: number; bySentence: Map<number, number> };

/**
 * Compares a question with clauses word by word: each token of the question is given to the token of the
 * sentence that is nearest in meaning, and the similarities are averaged by rarity. Finds what one vector for
 * a whole sentence blurs (Khattab and Zaharia, "ColBERT", 2020; here with the tokens of the same model, as
 * directions from the common mean). Null where the index or the question has no tokens.
 */
export function createLateInteraction(
  knowledge: KnowledgeBase,
  question: TokenVectors | null,
): ((clauseRow: number) => LateScore | null) | null {
  const dimensions = knowledge.manifest.tokenDimensions;
  if (question === null || dimensions === 0 || question.dimensions !== dimensions) return null;
  const tokens = weighTokens(knowledge, question);
  const total = tokens.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return null;
  return (clauseRow) => {
    const passages = knowledge.passagesOf(clauseRow).filter(({ tokens: count }) => count > 0);
    const best = new Float64Array(tokens.length);
    const bySentence = new Map<number, number>();
    for (const passage of passages) {
      const nearest = nearestOf(tokens, knowledge.tokenRows(passage), dimensions);
      if (passage.kind === 'sentence') bySentence.set(passage.row, average(nearest, tokens, total));
      for (const [index, value] of nearest.entries()) best[index] = Math.max(best[index] ?? 0, value);
    }
    if (bySentence.size === 0) return null;
    return { sentence: Math.max(...bySentence.values()), clause: average(best, tokens, total), bySentence };
  };
}

/** Rare tokens say what a question is about: weighted by inverse document frequency over the clauses. */
function weighTokens(knowledge: KnowledgeBase, { ids, rows, dimensions }: TokenVectors): QuestionToken[] {
  const all = knowledge.manifest.clauses + knowledge.manifest.documents;
  const tokens = Array.from(ids, (id, index) => ({
    row: Float32Array.from(rows.subarray(index * dimensions, (index + 1) * dimensions)),
    weight: Math.log(1 + all / (0.5 + knowledge.clausesWithToken(id))),
  }));
  const heaviest = Math.max(...tokens.map(({ weight }) => weight), 0);
  return tokens.filter(({ weight }) => weight >= leastWeight * heaviest);
}

/** The greatest cosine of each of the question's tokens with a row of the passage. */
function nearestOf(tokens: readonly QuestionToken[], rows: Int8Array, dimensions: number): Float64Array {
  const nearest = new Float64Array(tokens.length);
  const floats = Float32Array.from(rows);
  for (const [index, { row }] of tokens.entries()) {
    let greatest = 0;
    for (let at = 0; at < floats.length; at += dimensions) {
      const product = innerProduct(row, 0, floats, at, dimensions);
      if (product > greatest) greatest = product;
    }
    nearest[index] = greatest / (tokenScale * tokenScale);
  }
  return nearest;
}

function average(values: Float64Array, tokens: readonly QuestionToken[], total: number): number {
  return tokens.reduce((sum, { weight }, index) => sum + weight * (values[index] ?? 0), 0) / total;
}
