import { estimateConfidence, leastConfidence, type RefusalJudge } from '../answer/estimate-confidence.ts';
import type { Embedder } from '../embedding/embedder.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { NearestTokens } from '../retrieval/kernel/create-token-kernel.ts';
import { searchClauses } from '../retrieval/search-clauses.ts';
import { bootstrapInterval } from './bootstrap.ts';
import { type Measures, measureRanking } from './measures.ts';
import type { BenchmarkQuery } from './read-benchmark.ts';

/** Means over questions, with the 95% interval of nDCG. */
export type Summary = { n: number } & Measures & { ci95: { ndcg: [low: number, high: number] } };

export type Evaluation = {
  overall: Summary;
  byLanguage: Record<string, Summary>;
  /** The share of the questions without an answer that were refused; null when none were given. */
  refusal: { n: number; rate: number } | null;
};

type Deps = {
  knowledge: KnowledgeBase;
  embedder: Embedder;
  nearestTokens: NearestTokens;
  judge: RefusalJudge;
  onQuestion: (done: number, total: number) => void;
};

/** Recall is measured to this depth. */
const depth = 100;

/** Asks all questions of an index of passages, by the search that answers real questions. @param k for nDCG@k. */
export async function evaluate(
  deps: Deps,
  queries: readonly BenchmarkQuery[],
  unanswerable: readonly BenchmarkQuery[],
  k: number,
): Promise<Evaluation> {
  const total = queries.length + unanswerable.length;
  const measured: Array<{ lang: string; measures: Measures }> = [];
  for (const [index, { text, lang, gold }] of queries.entries()) {
    const { clauses } = await searchClauses(deps, text.toWellFormed(), { depth });
    const ranking = clauses.map(({ clause }) => clause.documentId);
    measured.push({ lang, measures: measureRanking(ranking, gold, k) });
    deps.onQuestion(index + 1, total);
  }
  let refused = 0;
  for (const [index, { text }] of unanswerable.entries()) {
    const confidence = estimateConfidence(await searchClauses(deps, text.toWellFormed()), deps.judge);
    if (confidence < leastConfidence) refused += 1;
    deps.onQuestion(queries.length + index + 1, total);
  }
  const languages = [...new Set(measured.map(({ lang }) => lang))].filter((lang) => lang !== '');
  const ofLanguage = (wanted: string): Summary =>
    summarise(measured.filter(({ lang }) => lang === wanted).map(({ measures }) => measures));
  return {
    overall: summarise(measured.map(({ measures }) => measures)),
    byLanguage: Object.fromEntries(languages.map((lang) => [lang, ofLanguage(lang)])),
    refusal:
      unanswerable.length === 0 ? null : { n: unanswerable.length, rate: refused / unanswerable.length },
  };
}

function summarise(all: readonly Measures[]): Summary {
  const mean = (name: keyof Measures): number =>
    all.length === 0 ? 0 : all.reduce((sum, measures) => sum + measures[name], 0) / all.length;
  return {
    n: all.length,
    ndcg: mean('ndcg'),
    recall: mean('recall'),
    recall100: mean('recall100'),
    mrr: mean('mrr'),
    hit1: mean('hit1'),
    ci95: { ndcg: bootstrapInterval(all.map(({ ndcg }) => ndcg)) },
  };
}
