import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Timings } from '../src/answer/answer.ts';
import { createAnswerer } from '../src/answer/create-answerer.ts';
import { openRefusalJudge } from '../src/answer/open-refusal-judge.ts';
import { openRegistry } from '../src/cli/open-registry.ts';
import { readConfig } from '../src/config.ts';
import { createEmbedder } from '../src/embedding/create-embedder.ts';
import { loadModel } from '../src/embedding/load-model.ts';
import { loadTokenizer } from '../src/embedding/load-tokenizer.ts';
import { followKnowledgeBase } from '../src/knowledge/follow-knowledge-base.ts';
import { openKnowledgeBase } from '../src/knowledge/open-knowledge-base.ts';
import { measureCorpus } from './corpus.ts';
import { percentile } from './percentile.ts';
import { readQuestions } from './question-file.ts';
import { runClausewise } from './run-process.ts';

/**
 * Prints how long the main job takes on the seed documents: a first ingest, a second one without changes, a
 * cold question (a whole process), and warm questions one after the other. Medians of several runs.
 * Usage: npm run bench
 *        npm run bench -- --corpus C.jsonl[.gz] --queries Q.jsonl --index DIR   the search over a large collection
 */
const coldRuns = 5;
const warmRounds = 4;
const questionFiles = ['bench/questions/seeds-development.jsonl', 'bench/questions/seeds-held-out.jsonl'];

const { values: given } = parseArgs({
  options: { corpus: { type: 'string' }, queries: { type: 'string' }, index: { type: 'string' } },
});
if (given.corpus !== undefined && given.queries !== undefined && given.index !== undefined) {
  await measureCorpus(given.corpus, given.queries, given.index);
  process.exit(0);
}

const config = readConfig(process.env);
const indexDir = await mkdtemp(join(tmpdir(), 'clausewise-bench-'));
const environment = { INDEX_DIR: indexDir, LOG_LEVEL: 'warn' };
try {
  await measureIngest();
  await measureCold();
  await measureWarm();
  await measureModel();
} finally {
  await rm(indexDir, { recursive: true, force: true });
}

async function measureIngest(): Promise<void> {
  const first = await runClausewise(['ingest', config.documentsDir], environment);
  const embedding = /(\d+) passages embedded in ([\d.]+) s/u.exec(first.stdout);
  row(
    'ingest, first',
    `${first.seconds.toFixed(1)} s`,
    `${embedding?.[1]} passages embedded in ${embedding?.[2]} s`,
  );
  const again = await runClausewise(['ingest', config.documentsDir], environment);
  const embeddedAgain = /(\d+) passages embedded/u.exec(again.stdout)?.[1];
  row('ingest, unchanged', `${again.seconds.toFixed(2)} s`, `${embeddedAgain} passages embedded`);
}

async function measureCold(): Promise<void> {
  const seconds: number[] = [];
  for (let run = 0; run < coldRuns; run += 1) {
    const { seconds: taken, exitCode } = await runClausewise(
      ['ask', '智慧社区要建多少个示范小区？'],
      environment,
    );
    if (exitCode !== 0) throw new Error('The cold question failed.');
    seconds.push(taken);
  }
  row(
    'ask, cold process',
    `${percentile(seconds, 0.5).toFixed(2)} s`,
    `median of ${coldRuns}, most ${Math.max(...seconds).toFixed(2)} s`,
  );
}

async function measureWarm(): Promise<void> {
  const embedder = createEmbedder(config.embeddingModel);
  const knowledge = await openKnowledgeBase(indexDir);
  if (knowledge === null) throw new Error('The ingest made no index.');
  const source = followKnowledgeBase(indexDir, knowledge, (error) => console.error(error));
  const judgeOf = openRefusalJudge({ embedder }, indexDir, config.refusalDir);
  const answer = createAnswerer({
    source,
    embedder,
    registry: openRegistry(config.registryFile),
    judgeOf,
    now: () => new Date(),
  });
  const questions = (await Promise.all(questionFiles.map(readQuestions))).flat();
  for (const { id, text } of questions.slice(0, 10)) await answer({ id, text });
  const timings: Timings[] = [];
  for (let round = 0; round < warmRounds; round += 1) {
    // Another word at the end each round: no question is asked twice.
    for (const { id, text } of questions)
      timings.push((await answer({ id, text: `${text} ${round}` })).timings);
  }
  for (const part of ['totalMs', 'embedMs', 'searchMs', 'answerMs'] as const) {
    const values = timings.map((timing) => timing[part]);
    const name = part === 'totalMs' ? 'question, warm' : `  ${part.replace('Ms', '')}`;
    row(
      name,
      `p50 ${percentile(values, 0.5).toFixed(1)} ms`,
      `p95 ${percentile(values, 0.95).toFixed(1)} ms, ${values.length} questions`,
    );
  }
  row('peak memory', `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`, 'answering process');
  source.close();
  await embedder.close();
}

/** The model on the same questions with nothing around it, for what no other part can save. */
async function measureModel(): Promise<void> {
  const [run, { tokenize }] = await Promise.all([
    loadModel(config.embeddingModel),
    loadTokenizer(config.embeddingModel),
  ]);
  const questions = (await Promise.all(questionFiles.map(readQuestions))).flat();
  const tokenized = questions.map(({ text }) => tokenize('query: ', text, text.length).ids);
  for (const ids of tokenized) await run(ids);
  const milliseconds: number[] = [];
  for (const ids of tokenized) {
    const started = performance.now();
    await run(ids);
    milliseconds.push(performance.now() - started);
  }
  const lengths = tokenized.map((ids) => ids.length);
  row(
    'the model alone',
    `p50 ${percentile(milliseconds, 0.5).toFixed(1)} ms`,
    `p95 ${percentile(milliseconds, 0.95).toFixed(1)} ms, median ${percentile(lengths, 0.5)} tokens`,
  );
}

function row(name: string, figure: string, note: string): void {
  console.log(`${name.padEnd(20)} ${figure.padStart(12)}   ${note}`);
}
