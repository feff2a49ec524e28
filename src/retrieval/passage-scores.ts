import type { IndexedPassage, KnowledgeBase } from '../knowledge/knowledge-base.ts';

/** How well passages answer a question, in standard deviations above the mean of all passages of their kind. */
export type PassageScores = {
  /** The passages nearest to the question, nearest first. */
  nearest(k: number): Array<{ passage: IndexedPassage; score: number }>;
  of(passage: IndexedPassage): number;
};

/** Compares a question with passages; each similarity is computed once. */
export function scorePassages(knowledge: KnowledgeBase, question: Float32Array): PassageScores {
  const moments = {
    sentence: knowledge.similarityMoments(question, 'sentence'),
    clause: knowledge.similarityMoments(question, 'clause'),
  };
  const similarities = new Map<number, number>();
  const standardise = ({ kind }: IndexedPassage, similarity: number): number => {
    const { mean, deviation } = moments[kind];
    return deviation > 0 ? (similarity - mean) / deviation : 0;
  };
  return {
    nearest: (k) =>
      knowledge.nearestPassages(question, k).flatMap(({ passage: row, similarity }) => {
        similarities.set(row, similarity);
        const passage = knowledge.passageAt(row);
        return passage === null ? [] : [{ passage, score: standardise(passage, similarity) }];
      }),
    of: (passage) => {
      const similarity =
        similarities.get(passage.row) ?? innerProduct(knowledge.passageVector(passage.row), question);
      similarities.set(passage.row, similarity);
      return standardise(passage, similarity);
    },
  };
}

function innerProduct(vector: readonly number[], question: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < question.length; index += 1)
    sum += (vector[index] ?? 0) * (question[index] ?? 0);
  return sum;
}
