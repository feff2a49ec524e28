import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import hnswlib from 'hnswlib-node';
import type { Embedder } from '../src/embedding/embedder.ts';
import type { BenchmarkPassage } from '../src/evaluation/read-benchmark.ts';

/** LangChain.js's usual sizes, in characters. */
const chunkSize = 1_000;
const chunkOverlap = 200;
/** Several chunks may be of one passage. */
const chunksPerResult = 5;

/** Ranks passages for a question; ids, best first. */
export type Rank = (question: string, k: number) => Promise<string[]>;

/**
 * The usual pipeline of a chat bot over documents, as a measure: RecursiveCharacterTextSplitter, the same embedder, and
 * an HNSW index of the chunks' vectors by cosine, as LangChain.js's HNSWLib store makes it.
 */
export async function createLangchainPipeline(
  embedder: Embedder,
  corpus: readonly BenchmarkPassage[],
): Promise<Rank> {
  const splitter = new RecursiveCharacterTextSplitter({ chunkSize, chunkOverlap });
  const owners: string[] = [];
  const vectors: Float32Array[] = [];
  for (const { id, text } of corpus) {
    for (const chunk of await splitter.splitText(text)) {
      owners.push(id);
      vectors.push((await embedder.embedPassage(chunk)).vector);
    }
  }
  const index = new hnswlib.HierarchicalNSW('cosine', vectors[0]?.length ?? 1);
  index.initIndex(Math.max(vectors.length, 1));
  for (const [label, vector] of vectors.entries()) index.addPoint(Array.from(vector), label);
  return async (question, k) => {
    const { vector } = await embedder.embedQuestion(question);
    const wanted = Math.min(k * chunksPerResult, vectors.length);
    index.setEf(Math.max(wanted, 50));
    const { neighbors } = index.searchKnn(Array.from(vector), wanted);
    return [...new Set(neighbors.map((label) => owners[label] ?? ''))].slice(0, k);
  };
}
