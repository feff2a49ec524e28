import { readConfig } from '../src/config.ts';
import { createEmbedder } from '../src/embedding/create-embedder.ts';
import { readQueries } from '../src/evaluation/read-benchmark.ts';
import type { KnowledgeBase } from '../src/knowledge/knowledge-base.ts';
import { openKnowledgeBase } from '../src/knowledge/open-knowledge-base.ts';
import { createTokenKernel } from '../src/retrieval/kernel/create-token-kernel.ts';
import { searchClauses } from '../src/retrieval/search-clauses.ts';
import { percentile } from './percentile.ts';
import { pickEvenly } from './pick-evenly.ts';
import { runClausewise } from './run-process.ts';

const warmUp = 20;
const timed = 400;
const compared = 100;
const neighbours = 10;
/** As deep as a question searches. */
const depth = 200;

/**
 * Prints how long the fused search takes over a collection of passages, warm, and how many of the ten nearest passages the
 * approximate search finds that an exact one finds. The index is made by `clausewise eval` in `indexDir` when it is
 * not there; the search is the product's own.
 */
export async function measureCorpus(corpus: string, queries: string, indexDir: string): Promise<void> {
  const opened = await openKnowledgeBase(indexDir).catch(() => null);
  if (opened === null) {
    const files = ['--corpus', corpus, '--queries', queries];
    await runClausewise(['eval', ...files, '--index', indexDir], { LOG_LEVEL: 'warn' });
  }
  const knowledge = opened ?? (await openKnowledgeBase(indexDir));
  if (knowledge === null) throw new Error(`There is no index in ${indexDir}.`);
  const embedder = createEmbedder(readConfig(process.env).embeddingModel);
  const deps = { knowledge, embedder, nearestTokens: createTokenKernel() };
  const questions = pickEvenly(await readQueries(queries), warmUp + timed).map(({ text }) => text);
  try {
    for (const text of questions.slice(0, warmUp)) await searchClauses(deps, text);
    const searches: number[] = [];
    const embeddings: number[] = [];
    for (const text of questions.slice(warmUp)) {
      const { timings } = await searchClauses(deps, text);
      searches.push(timings.searchMs);
      embeddings.push(timings.embedMs);
    }
    const { passages, clauses } = knowledge.manifest;
    console.log(`${clauses} clauses, ${passages} passages, ${searches.length} questions`);
    row('fused search', searches);
    row('  waiting for the model', embeddings);
    row(
      'together',
      searches.map((search, index) => search + (embeddings[index] ?? 0)),
    );
    const vectors = await Promise.all(
      questions
        .slice(warmUp, warmUp + compared)
        .map(async (text) => (await embedder.embedQuestion(text)).vector),
    );
    console.log(
      `recall@${neighbours} of the vector search, ${compared} questions: ${recall(knowledge, vectors)}`,
    );
  } finally {
    knowledge.close();
    await embedder.close();
  }
}

function recall(knowledge: KnowledgeBase, vectors: readonly Float32Array[]): string {
  const best = vectors.map((): Array<{ passage: number; similarity: number }> => []);
  for (let passage = 0; passage < knowledge.manifest.passages; passage += 1) {
    const stored = knowledge.passageVector(passage);
    vectors.forEach((vector, index) => {
      keep(best[index] ?? [], { passage, similarity: dot(vector, stored) });
    });
  }
  const shares = vectors.map((vector, index) => {
    const exact = new Set((best[index] ?? []).map(({ passage }) => passage));
    const found = knowledge.nearestPassages(vector, depth).slice(0, neighbours);
    return found.filter(({ passage }) => exact.has(passage)).length / neighbours;
  });
  return (shares.reduce((sum, share) => sum + share, 0) / shares.length).toFixed(4);
}

function keep(
  best: Array<{ passage: number; similarity: number }>,
  candidate: { passage: number; similarity: number },
): void {
  if (best.length === neighbours && candidate.similarity <= (best.at(-1)?.similarity ?? 0)) return;
  best.push(candidate);
  best.sort((left, right) => right.similarity - left.similarity);
  if (best.length > neighbours) best.pop();
}

function dot(left: Float32Array, right: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < left.length; index += 1) sum += (left[index] ?? 0) * (right[index] ?? 0);
  return sum;
}

function row(name: string, values: readonly number[]): void {
  const [half, most] = [0.5, 0.95].map((share) => percentile(values, share).toFixed(1));
  console.log(`${name.padEnd(24)} p50 ${half} ms, p95 ${most} ms`);
}
