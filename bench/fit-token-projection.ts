import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { z } from 'zod';
import { foldText } from '../src/clauses/fold-text.ts';
import { splitSentences } from '../src/clauses/split-sentences.ts';
import { readConfig } from '../src/config.ts';
import { maxTokens } from '../src/embedding/encode-windows.ts';
import { loadModel } from '../src/embedding/load-model.ts';
import { loadTokenizer } from '../src/embedding/load-tokenizer.ts';
import { verifyModel } from '../src/embedding/model-files.ts';

/**
 * Makes the token projection of the configured model: the mean direction of its hidden states over public text, and the
 * directions in which they differ most (principal component analysis). No document of seeds/ is read.
 * Usage: node build/bench/fit-token-projection.js CORPUS.jsonl… (BEIR-like files with a `text` a line)
 */
const directions = 96;
const passagesPerFile = 150;
const sentencesPerPassage = 3;

const lineSchema = z.object({ text: z.string() });

const files = process.argv.slice(2);
if (files.length === 0) throw new Error('Usage: node build/bench/fit-token-projection.js CORPUS.jsonl…');
const { embeddingModel } = readConfig(process.env);
const { id, revision, dimensions } = await verifyModel(embeddingModel);
const [run, tokenize] = await Promise.all([loadModel(embeddingModel), loadTokenizer(embeddingModel)]);

const states: Float32Array[] = [];
for (const file of files) {
  for (const sentence of await sampleSentences(file)) {
    states.push(...(await readStates('passage: ', sentence)).map(unit));
  }
}
const mean = new Float32Array(dimensions);
for (const state of states)
  for (const [index, value] of state.entries()) mean[index] = (mean[index] ?? 0) + value / states.length;

const basis = principalDirections(states, mean);
const path = join(dirname(embeddingModel), 'token-projections', `${basename(embeddingModel)}.bin`);
await mkdir(dirname(path), { recursive: true });
const floats = Float32Array.from([...mean, ...basis.flat()]);
await writeFile(path, Buffer.concat([Buffer.from(revision, 'ascii'), Buffer.from(floats.buffer)]));
console.log(
  `${basename(path)}: ${directions} directions from ${states.length} tokens of ${files.length} files, for ${id} ${revision}`,
);

/** The hidden states of a text's own tokens, those of the prefix and the closing token left out. */
async function readStates(prefix: string, text: string): Promise<Float32Array[]> {
  const { ids, listed } = tokenize(prefix, text, text.length);
  const { data, tokens, dimensions: width } = await run(ids.slice(0, maxTokens));
  const [first, end] = [listed.first + 1, tokens - 1];
  return Array.from({ length: Math.max(end - first, 0) }, (_, index) =>
    data.slice((first + index) * width, (first + index + 1) * width),
  );
}

async function sampleSentences(file: string): Promise<string[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  const step = Math.max(lines.length / passagesPerFile, 1);
  const picked = Array.from(
    { length: Math.min(passagesPerFile, lines.length) },
    (_, index) => lines[Math.floor(index * step)],
  );
  return picked.flatMap((line) => {
    const { text } = lineSchema.parse(JSON.parse(line ?? '{}'));
    const spans = splitSentences(text, { start: 0, end: text.length }).slice(0, sentencesPerPassage);
    return spans.map(({ start, end }) => foldText(text.slice(start, end)));
  });
}

/** The eigenvectors of the covariance with the largest eigenvalues. */
function principalDirections(vectors: readonly Float32Array[], centre: Float32Array): number[][] {
  const covariance = Matrix.zeros(dimensions, dimensions);
  for (const vector of vectors) {
    const centred = vector.map((value, index) => value - (centre[index] ?? 0));
    for (let row = 0; row < dimensions; row += 1) {
      for (let column = 0; column <= row; column += 1) {
        const value = covariance.get(row, column) + (centred[row] ?? 0) * (centred[column] ?? 0);
        covariance.set(row, column, value);
        covariance.set(column, row, value);
      }
    }
  }
  // The library lists the eigenvalues of a symmetric matrix from the smallest to the largest.
  const vectorsBySize = new EigenvalueDecomposition(covariance, { assumeSymmetric: true }).eigenvectorMatrix;
  return Array.from({ length: directions }, (_, index) => vectorsBySize.getColumn(dimensions - 1 - index));
}

function unit(vector: Float32Array): Float32Array {
  const norm = Math.hypot(...vector);
  return vector.map((value) => value / norm);
}
