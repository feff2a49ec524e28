import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRefusalJudge } from '../answer/open-refusal-judge.ts';
import { createEmbedder } from '../embedding/create-embedder.ts';
import { type Evaluation, evaluate, type Summary } from '../evaluation/evaluate.ts';
import { type BenchmarkQuery, readCorpus, readQueries } from '../evaluation/read-benchmark.ts';
import { indexPassages } from '../knowledge/index-passages.ts';
import { openKnowledgeBase } from '../knowledge/open-knowledge-base.ts';
import { createTokenKernel } from '../retrieval/kernel/create-token-kernel.ts';
import type { CommandContext } from './command-context.ts';
import { showProgress } from './show-progress.ts';

export type EvalOptions = {
  corpus: string;
  queries: string;
  unanswerable?: string;
  index?: string;
  k: number;
  json: boolean;
};

/**
 * `clausewise eval`: measures the search on a corpus and questions of BEIR's shape. Without `--index` the index is made
 * in a temporary folder. @returns the exit code. @throws ConfigurationError for a file that cannot be used.
 */
export async function runEval(context: CommandContext, options: EvalOptions): Promise<number> {
  const corpus = await readCorpus(options.corpus);
  const queries = await readQueries(options.queries);
  const unanswerable = options.unanswerable === undefined ? [] : await readQueries(options.unanswerable);
  const folder = options.index ?? (await mkdtemp(join(tmpdir(), 'clausewise-eval-')));
  const embedder = createEmbedder(context.config.embeddingModel);
  const { onProgress, finish } = showProgress(context.stderr);
  try {
    const started = performance.now();
    await indexPassages({ embedder, now: context.now, onProgress }, corpus, folder);
    finish();
    const indexed = performance.now();
    const evaluation = await ask(context, embedder, folder, { queries, unanswerable, k: options.k });
    const seconds = { index: secondsBetween(started, indexed), search: secondsBetween(indexed) };
    const counts = { corpus: corpus.length, queries: queries.length, k: options.k };
    const report = { ...counts, ...evaluation, seconds };
    context.stdout.write(options.json ? `${JSON.stringify(report)}\n` : draw(report));
    return 0;
  } finally {
    finish();
    await embedder.close();
    if (options.index === undefined) await rm(folder, { recursive: true, force: true });
  }
}

async function ask(
  { stderr, config }: CommandContext,
  embedder: ReturnType<typeof createEmbedder>,
  folder: string,
  given: { queries: BenchmarkQuery[]; unanswerable: BenchmarkQuery[]; k: number },
): Promise<Evaluation> {
  const knowledge = await openKnowledgeBase(folder);
  if (knowledge === null) throw new Error(`The index in ${folder} was not made.`);
  let shown = 0;
  const onQuestion = (done: number, total: number): void => {
    const tenth = Math.floor((10 * done) / total);
    if (tenth > shown) stderr.write(`asked ${done} of ${total} questions\n`);
    shown = tenth;
  };
  try {
    const judge =
      given.unanswerable.length === 0
        ? null
        : await openRefusalJudge({ embedder }, folder, config.refusalDir)(knowledge);
    const deps = { knowledge, embedder, nearestTokens: createTokenKernel(), judge, onQuestion };
    return await evaluate(deps, given.queries, given.unanswerable, given.k);
  } finally {
    knowledge.close();
  }
}

function draw(
  report: Evaluation & { corpus: number; k: number; seconds: { index: number; search: number } },
): string {
  const { corpus, k, overall, byLanguage, refusal, seconds } = report;
  const head = ['', 'n', `nDCG@${k}`, '95%', `recall@${k}`, 'recall@100', `MRR@${k}`, 'hit@1'];
  const rows = [['all', overall] as const, ...Object.entries(byLanguage)].map(([name, summary]) =>
    cells(name, summary),
  );
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const lines = [head, ...rows].map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const refused =
    refusal === null ? [] : [`refused ${(100 * refusal.rate).toFixed(1)}% of ${refusal.n} without an answer`];
  const times = `${corpus} passages indexed in ${seconds.index} s, questions asked in ${seconds.search} s`;
  return `${[...lines, ...refused, times].join('\n')}\n`;
}

function cells(name: string, { n, ndcg, recall, recall100, mrr, hit1, ci95 }: Summary): string[] {
  const [low, high] = ci95.ndcg.map((value) => value.toFixed(3));
  return [
    name,
    String(n),
    ndcg.toFixed(4),
    `${low}–${high}`,
    ...[recall, recall100, mrr, hit1].map((value) => value.toFixed(4)),
  ];
}

function secondsBetween(start: number, end = performance.now()): number {
  return Math.round((end - start) / 10) / 100;
}
