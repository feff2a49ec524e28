import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';

/** So many clauses of a work are counted, the best. */
const mostCounted = 10;

/** What the mean of their scores is worth: found on STARD's questions at even places. */
const weight = 0.2;

/** The title of a law's article that is a document of its own: 民法典第五十四条, Housing Act, section 12. */
const articleOfWork =
  /^(.+?)[\s,，]*(?:第[〇零一二三四五六七八九十百千\d]+条(?:之[一二三四五六七八九十\d]+)?|(?:art(?:icle|\.)|section|§)\s*\d+[a-z]?)$/iu;

const worksByKnowledge = new WeakMap<KnowledgeBase, ReadonlyMap<string, string>>();

/**
 * What a clause gains because others of its work were found as well: a question of labour law has many good clauses
 * in the labour law, and one that looks alike in a law on fishing (the cluster hypothesis; Jardine and van Rijsbergen,
 * "The Use of Hierarchic Clustering in Information Retrieval", 1971). A work is a document; a law whose articles are
 * documents of their own is one work. @param found clauses by row with their scores, as many as are to vote.
 */
export function supportOfWorks(
  knowledge: KnowledgeBase,
  found: ReadonlyArray<{ row: number; score: number }>,
): (clauseRow: number) => number {
  const works = worksOf(knowledge);
  const workOf = (row: number): string => works.get(knowledge.documentIdAt(row) ?? '') ?? '';
  const least = found.reduce((lowest, { score }) => Math.min(lowest, score), Number.POSITIVE_INFINITY);
  const scores = new Map<string, number[]>();
  for (const { row, score } of found) {
    const work = workOf(row);
    const known = scores.get(work);
    if (known === undefined) scores.set(work, [score - least]);
    else known.push(score - least);
  }
  const supports = new Map([...scores].map(([work, all]) => [work, weight * meanOfBest(all)]));
  return (row) => supports.get(workOf(row)) ?? 0;
}

/** Works with fewer clauses are not as sure: what is missing counts as nothing. */
function meanOfBest(scores: number[]): number {
  const best = scores.sort((left, right) => right - left).slice(0, mostCounted);
  return best.reduce((sum, score) => sum + score, 0) / mostCounted;
}

function worksOf(knowledge: KnowledgeBase): ReadonlyMap<string, string> {
  const known = worksByKnowledge.get(knowledge);
  if (known !== undefined) return known;
  const works = new Map(
    knowledge.listDocuments().map(({ id, title }) => [id, articleOfWork.exec(title)?.[1] ?? id]),
  );
  worksByKnowledge.set(knowledge, works);
  return works;
}
