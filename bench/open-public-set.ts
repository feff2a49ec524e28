import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Embedder } from '../src/embedding/embedder.ts';
import {
  type BenchmarkPassage,
  type BenchmarkQuery,
  readCorpus,
  readQueries,
} from '../src/evaluation/read-benchmark.ts';
import { indexPassages } from '../src/knowledge/index-passages.ts';
import type { KnowledgeBase } from '../src/knowledge/knowledge-base.ts';
import { openKnowledgeBase } from '../src/knowledge/open-knowledge-base.ts';

/** A public set: its passages and questions. */
export type PublicSet = { name: string; corpus: BenchmarkPassage[]; queries: BenchmarkQuery[] };

/** Reads a folder with corpus.jsonl and files queries*.jsonl, plain or gzip. */
export async function readPublicSet(folder: string): Promise<PublicSet> {
  const names = (await readdir(folder)).toSorted();
  const corpus = names.find((name) => /^corpus\.jsonl(?:\.gz)?$/u.test(name)) ?? 'corpus.jsonl';
  const queries: BenchmarkQuery[] = [];
  for (const name of names.filter((one) => /^queries.*\.jsonl(?:\.gz)?$/u.test(one)))
    queries.push(...(await readQueries(join(folder, name))));
  return { name: basename(folder), corpus: await readCorpus(join(folder, corpus)), queries };
}

/** Opens the index of a set's passages, which is made where it is not there. The caller closes it. */
export async function openSetIndex(
  embedder: Embedder,
  { name, corpus }: PublicSet,
  indexes: string,
): Promise<KnowledgeBase> {
  const folder = join(indexes, name);
  await indexPassages({ embedder, now: () => new Date(), onProgress: () => undefined }, corpus, folder);
  const knowledge = await openKnowledgeBase(folder);
  if (knowledge === null) throw new Error(`${folder} has no index.`);
  return knowledge;
}
