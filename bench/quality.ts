import { foldText } from '../src/clauses/fold-text.ts';
import { readConfig } from '../src/config.ts';
import { createEmbedder } from '../src/embedding/create-embedder.ts';
import { bootstrapInterval } from '../src/evaluation/bootstrap.ts';
import { measureRanking } from '../src/evaluation/measures.ts';
import type { BenchmarkQuery } from '../src/evaluation/read-benchmark.ts';
import type { KnowledgeBase } from '../src/knowledge/knowledge-base.ts';
import { searchTerms } from '../src/knowledge/search-terms.ts';
import { createTokenKernel } from '../src/retrieval/kernel/create-token-kernel.ts';
import { searchClauses } from '../src/retrieval/search-clauses.ts';
import { createLangchainPipeline, type Rank } from './langchain-pipeline.ts';
import { openSetIndex, readPublicSet } from './open-public-set.ts';
import { pickEvenly } from './pick-evenly.ts';

/**
 * Runs public sets (folders with corpus.jsonl and queries.jsonl) and prints one table, nDCG@10 by set and language: the
 * product's search, its vectors alone, its full text alone, and the usual LangChain.js pipeline with the same embedder.
 * The indexes are kept in INDEXES for the next run.
 * Usage: node build/bench/quality.js INDEXES QUESTIONS-PER-LANGUAGE SET…
 */
const k = 10;
const pool = 200;

const [indexes, count, ...sets] = process.argv.slice(2);
const perLanguage = Number(count);
if (indexes === undefined || !(perLanguage > 0) || sets.length === 0)
  throw new Error('Usage: node build/bench/quality.js INDEXES QUESTIONS-PER-LANGUAGE SET…');
const embedder = createEmbedder(readConfig(process.env).embeddingModel);
const nearestTokens = createTokenKernel();
console.log(
  '| set | language | questions | Clausewise (95%) | vectors only | full text only | LangChain.js |',
);
console.log('|---|---|---|---|---|---|---|');
for (const set of sets) await runSet(set);
await embedder.close();

async function runSet(set: string): Promise<void> {
  const publicSet = await readPublicSet(set);
  const { name, corpus, queries } = publicSet;
  const knowledge = await openSetIndex(embedder, publicSet, indexes ?? '');
  const ways: Rank[] = [
    async (question) => {
      const { clauses } = await searchClauses({ knowledge, embedder, nearestTokens }, question, { depth: k });
      return clauses.map(({ clause }) => clause.documentId);
    },
    async (question) => rankByVectors(knowledge, (await embedder.embedQuestion(foldText(question))).vector),
    async (question) => rankByText(knowledge, question),
    await createLangchainPipeline(embedder, corpus),
  ];
  for (const language of new Set(queries.map(({ lang }) => lang))) {
    const chosen = pick(queries.filter(({ lang }) => lang === language));
    const figures: string[] = [];
    for (const [place, rank] of ways.entries()) {
      const values: number[] = [];
      for (const { text, gold } of chosen)
        values.push(measureRanking(await rank(text.toWellFormed(), k), gold, k).ndcg);
      const mean = (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(3);
      const [low, high] = bootstrapInterval(values);
      figures.push(place === 0 ? `${mean} (${low.toFixed(3)}–${high.toFixed(3)})` : mean);
    }
    console.log(`| ${name} | ${language} | ${chosen.length} | ${figures.join(' | ')} |`);
  }
  knowledge.close();
}

/** The odd ones, since language means and token projection are made of the even. */
function pick(queries: readonly BenchmarkQuery[]): BenchmarkQuery[] {
  return pickEvenly(
    queries.filter((_, index) => index % 2 === 1),
    perLanguage,
  );
}

function rankByVectors(knowledge: KnowledgeBase, vector: Float32Array): string[] {
  const rows = knowledge
    .nearestPassages(vector, pool)
    .map(({ passage }) => knowledge.passageAt(passage)?.clauseRow ?? -1);
  return documentsOf(knowledge, [...new Set(rows)].slice(0, k));
}

function rankByText(knowledge: KnowledgeBase, question: string): string[] {
  const terms = [...new Set(searchTerms(foldText(question)))];
  return documentsOf(knowledge, knowledge.matchTerms(terms).best(k));
}

function documentsOf(knowledge: KnowledgeBase, rows: readonly number[]): string[] {
  return rows.map((row) => knowledge.clauseAt(row)?.documentId ?? '');
}
