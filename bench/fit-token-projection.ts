import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { foldText } from '../src/clauses/fold-text.ts';
import { splitSentences } from '../src/clauses/split-sentences.ts';
import { readConfig } from '../src/config.ts';
import { createEmbedder } from '../src/embedding/create-embedder.ts';
import type { BenchmarkPassage } from '../src/evaluation/read-benchmark.ts';
import { createTokenKernel } from '../src/retrieval/kernel/create-token-kernel.ts';
import type { Projection } from './late-scores.ts';
import { openSetIndex, type PublicSet, readPublicSet } from './open-public-set.ts';
import { pickEvenly } from './pick-evenly.ts';
import { principalDirections } from './principal-directions.ts';
import { lateNdcg } from './projection-figures.ts';
import { type ProjectionSet, prepareSet } from './projection-questions.ts';
import { createStateReader, type ReadTokenStates } from './read-token-states.ts';
import { openStateCache } from './state-cache.ts';
import { trainProjection } from './train-projection.ts';

/**
 * Makes the token projection of the configured model from public sets (folders with corpus.jsonl and queries*.jsonl):
 * first the mean direction of its hidden states and the directions in which they differ most (principal component
 * analysis), then, from there, the directions by which the questions find their passages (`trainProjection`). Half of
 * the questions fits, the other half gives the figures. No document of seeds/ is read. The hidden states are kept in
 * INDEXES, beside the indexes of the sets.
 * Usage: node build/bench/fit-token-projection.js INDEXES SET…
 */
const directions = 96;
const passagesPerSet = 150;
const sentencesPerPassage = 3;
/** Of more, the set of legal questions is learnt by heart: 800 leave it with three quarters of the gain. */
const steps = 300;

const [indexes, ...folders] = process.argv.slice(2);
if (indexes === undefined || folders.length === 0)
  throw new Error('Usage: node build/bench/fit-token-projection.js INDEXES SET…');
const { embeddingModel } = readConfig(process.env);
const embedder = createEmbedder(embeddingModel);
const { id, revision } = await embedder.identity();
await mkdir(indexes, { recursive: true });
const cache = openStateCache(
  join(indexes, `token-states-${revision}`),
  await createStateReader(embeddingModel),
);

const publicSets: PublicSet[] = [];
for (const folder of folders) publicSets.push(await readPublicSet(folder));
const sample: Float32Array[] = [];
for (const { corpus } of publicSets) sample.push(...(await sampleStates(cache.read, corpus)));
const { mean, matrix } = principalDirections(sample, directions);
const principal: Projection = { matrix, width: mean.length };
console.log(`${directions} directions from ${sample.length} tokens`);

const sets: ProjectionSet[] = [];
const nearestTokens = createTokenKernel();
for (const publicSet of publicSets) {
  const knowledge = await openSetIndex(embedder, publicSet, indexes);
  const deps = { knowledge, embedder, nearestTokens, readStates: cache.read, mean };
  const set = await prepareSet(deps, publicSet.name, publicSet.queries);
  knowledge.close();
  sets.push(set);
  console.log(`${set.name}: ${set.fitted.length} questions fit, ${set.heldOut.length} are held out`);
}
cache.close();
await embedder.close();

const started = performance.now();
const trained = trainProjection(principal, sets, steps, (line) => console.log(line));
console.log(`trained in ${Math.round((performance.now() - started) / 1000)} s`);
for (const { name, heldOut } of sets) {
  const [before, after] = [principal, trained].map((projection) => lateNdcg(projection, heldOut).toFixed(4));
  console.log(`${name}: nDCG@10 of ${heldOut.length} held out questions ${before} before, ${after} after`);
}
const path = join(dirname(embeddingModel), 'token-projections', `${basename(embeddingModel)}.bin`);
await mkdir(dirname(path), { recursive: true });
const floats = Float32Array.from([...mean, ...trained.matrix]);
await writeFile(path, Buffer.concat([Buffer.from(revision, 'ascii'), Buffer.from(floats.buffer)]));
console.log(`${basename(path)}: for ${id} ${revision}`);

/** The states of the first sentences of passages at even places. */
async function sampleStates(
  readStates: ReadTokenStates,
  corpus: readonly BenchmarkPassage[],
): Promise<Float32Array[]> {
  const states: Float32Array[] = [];
  for (const { text } of pickEvenly(corpus, passagesPerSet)) {
    const spans = splitSentences(text, { start: 0, end: text.length }).slice(0, sentencesPerPassage);
    for (const { start, end } of spans) {
      const { ids, rows } = await readStates('passage: ', foldText(text.slice(start, end)));
      const width = rows.length / Math.max(ids.length, 1);
      for (const index of ids.keys()) states.push(rows.subarray(index * width, (index + 1) * width));
    }
  }
  return states;
}
