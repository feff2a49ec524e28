import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { foldText } from '../src/clauses/fold-text.ts';
import { readConfig } from '../src/config.ts';
import { createEmbedder } from '../src/embedding/create-embedder.ts';
import { readQueries } from '../src/evaluation/read-benchmark.ts';

/**
 * Makes the language means of the configured model: for each language the mean vector and the mean token of its
 * questions. Of a file of questions with a `lang` each, every second question of a language is used, so that the
 * others measure what it brings; a file LANGUAGE.txt has a question a line.
 * Usage: node build/bench/fit-language-means.js QUERIES.jsonl… LANGUAGE.txt…
 */
const mostQuestions = 400;

const files = process.argv.slice(2);
if (files.length === 0)
  throw new Error('Usage: node build/bench/fit-language-means.js QUERIES.jsonl… LANGUAGE.txt…');
const { embeddingModel } = readConfig(process.env);
const embedder = createEmbedder(embeddingModel);
const { revision } = await embedder.identity();

const questions = new Map<string, string[]>();
for (const file of files) {
  for (const { lang, text } of await readFileOfQuestions(file)) {
    const language = lang.split('-')[0] ?? lang;
    questions.set(language, [...(questions.get(language) ?? []), text]);
  }
}
const languages: Record<string, { vector: number[]; tokens: number[] }> = {};
for (const [language, texts] of questions) languages[language] = await meanOf(texts.slice(0, mostQuestions));
const path = join(dirname(embeddingModel), 'language-means', `${basename(embeddingModel)}.json`);
await mkdir(dirname(path), { recursive: true });
await writeFile(path, `${JSON.stringify({ revision, languages })}\n`);
for (const [language, texts] of questions)
  console.log(`${language}: ${Math.min(texts.length, mostQuestions)} questions`);
await embedder.close();

async function readFileOfQuestions(file: string): Promise<Array<{ lang: string; text: string }>> {
  if (!file.endsWith('.txt')) {
    const places = new Map<string, number>();
    return (await readQueries(file)).filter(({ lang }) => {
      const place = places.get(lang) ?? 0;
      places.set(lang, place + 1);
      return place % 2 === 0;
    });
  }
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((text) => ({ lang: basename(file, '.txt'), text }));
}

async function meanOf(texts: readonly string[]): Promise<{ vector: number[]; tokens: number[] }> {
  const vector: number[] = [];
  const tokens: number[] = [];
  let count = 0;
  for (const text of texts) {
    const embedding = await embedder.embedQuestion(foldText(text.toWellFormed()));
    for (const [index, value] of embedding.vector.entries())
      vector[index] = (vector[index] ?? 0) + value / texts.length;
    const { rows, dimensions } = embedding.tokens ?? { rows: [], dimensions: 1 };
    for (const [index, value] of rows.entries())
      tokens[index % dimensions] = (tokens[index % dimensions] ?? 0) + value;
    count += rows.length / dimensions;
  }
  return {
    vector: vector.map((value) => Number(value.toFixed(5))),
    tokens: tokens.map((value) => Number((value / Math.max(count, 1)).toFixed(2))),
  };
}
