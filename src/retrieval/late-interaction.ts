import type { TokenVectors } from '../embedding/embedder.ts';
import { tokenScale } from '../embedding/token-row.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { NearestTokens } from './kernel/create-token-kernel.ts';

/** Tokens of the question that weigh less than this share of the heaviest are left out: 的, 了, punctuation. */
const leastWeight = 0.3;

/** Tokens that are more frequent than this in text of any language say nothing, in nats: the, how, welche. On XQuAD 8 to 10 are alike. */
const leastSurprisal = 9;

/** A question's token that counts, with its weight; `row` is its direction. */
type QuestionToken = { row: Int8Array; weight: number };

/** How well a clause's words meet the question's: of its best sentence, and of all its sentences and headings. */
export type LateScore = {
  sentence: number;
  clause: number;
  bySentence: Map<number, number>;
};

/**
 * Compares a question with clauses word by word: each token of the question is given to the token of the
 * sentence that is nearest in meaning, and the similarities are averaged by rarity. Finds what one vector for
 * a whole sentence blurs (Khattab and Zaharia, "ColBERT", 2020; here with the tokens of the same model, as
 * directions from the common mean). Null where the index or the question has no tokens.
 */
export function createLateInteraction(
  knowledge: KnowledgeBase,
  question: TokenVectors | null,
  nearestTokens: NearestTokens,
): ((clauseRow: number) => LateScore | null) | null {
  const dimensions = knowledge.manifest.tokenDimensions;
  if (question === null || dimensions === 0 || question.dimensions !== dimensions) return null;
  const tokens = weighTokens(knowledge, question);
  const total = tokens.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return null;
  const rows = joinRows(tokens, dimensions);
  return (clauseRow) => {
    const passages = knowledge.passagesOf(clauseRow).filter(({ tokens: count }) => count > 0);
    const first = passages[0]?.firstToken ?? 0;
    const all = knowledge.tokenRows(
      first,
      passages.reduce((sum, { tokens: count }) => sum + count, 0),
    );
    const best = new Float64Array(tokens.length);
    const bySentence = new Map<number, number>();
    for (const passage of passages) {
      const start = (passage.firstToken - first) * dimensions;
      const own = all.subarray(start, start + passage.tokens * dimensions);
      const products = nearestTokens(rows, own, dimensions);
      const nearest = Float64Array.from(products, (product) => product / (tokenScale * tokenScale));
      if (passage.kind === 'sentence') bySentence.set(passage.row, average(nearest, tokens, total));
      for (const [index, value] of nearest.entries()) best[index] = Math.max(best[index] ?? 0, value);
    }
    if (bySentence.size === 0) return null;
    return {
      sentence: Math.max(...bySentence.values()),
      clause: average(best, tokens, total),
      bySentence,
    };
  };
}

function joinRows(tokens: readonly QuestionToken[], dimensions: number): Int8Array {
  const rows = new Int8Array(tokens.length * dimensions);
  for (const [index, { row }] of tokens.entries()) rows.set(row, index * dimensions);
  return rows;
}

function weighTokens(knowledge: KnowledgeBase, question: TokenVectors): QuestionToken[] {
  const { rows, dimensions } = question;
  const tokens = tokenWeights(knowledge, question).map((weight, index) => ({
    row: rows.subarray(index * dimensions, (index + 1) * dimensions),
    weight,
  }));
  return tokens.filter(({ weight }) => weight > 0);
}

/**
 * Rare tokens say what a question is about: weighted by inverse document frequency over the clauses, 0 for those that
 * are left out. Documents have no word of a question in another language, "the" no more than "broadband": its tokens
 * are weighted by how rare they are in text of any language.
 */
export function tokenWeights(
  knowledge: KnowledgeBase,
  { ids, surprisals }: { ids: ArrayLike<number>; surprisals?: Float32Array | undefined },
): number[] {
  const all = knowledge.manifest.clauses + knowledge.manifest.documents;
  const byLanguage = Array.from(surprisals ?? [], (surprisal) => Math.max(surprisal - leastSurprisal, 0));
  const weights = byLanguage.some((weight) => weight > 0)
    ? byLanguage
    : Array.from(ids, (id) => Math.log(1 + all / (0.5 + knowledge.clausesWithToken(id))));
  const least = leastWeight * Math.max(...weights, 0);
  return weights.map((weight) => (weight >= least ? weight : 0));
}

function average(values: Float64Array, tokens: readonly QuestionToken[], total: number): number {
  return tokens.reduce((sum, { weight }, index) => sum + weight * (values[index] ?? 0), 0) / total;
}
