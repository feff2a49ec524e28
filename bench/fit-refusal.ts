import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { farEvidence } from '../src/answer/calibrate-refusal.ts';
import { readFarQuestions } from '../src/answer/open-refusal-judge.ts';
import { type Evidence, evidenceNames, readEvidence } from '../src/answer/read-evidence.ts';
import { type Background, backgroundOf, standardise } from '../src/answer/standardise-evidence.ts';
import { readConfig } from '../src/config.ts';
import { createEmbedder } from '../src/embedding/create-embedder.ts';
import type { BenchmarkQuery } from '../src/evaluation/read-benchmark.ts';
import { fullTextWeight } from '../src/retrieval/first-search.ts';
import { createTokenKernel } from '../src/retrieval/kernel/create-token-kernel.ts';
import type { RankedClause, SearchResult } from '../src/retrieval/ranked-clause.ts';
import { rerankCandidates } from '../src/retrieval/rerank-candidates.ts';
import { searchClauses } from '../src/retrieval/search-clauses.ts';
import { drawCurves } from './draw-curves.ts';
import { fitLogistic } from './fit-logistic.ts';
import { openSetIndex, readPublicSet } from './open-public-set.ts';
import { pickEvenly } from './pick-evenly.ts';

/**
 * Finds the weights of the refusal model on public sets (folders with corpus.jsonl and queries.jsonl), each asked its
 * own questions with the gold passage there ("answered") and taken out ("near"), and those of another set ("far").
 * Evidence is taken in standard deviations above what the far questions of models/refusal find in the same index. Half
 * of the questions fits, the other half gives the figures, which are written beside the weights; the curves are drawn in
 * bench/refusal.svg.
 * Usage: node build/bench/fit-refusal.js INDEXES SET SET…
 */
const perLanguage = 200;
const foreignLanguages = ['en', 'de', 'es', 'ru', 'ar', 'vi', 'tr'];

type Kind = 'answered' | 'near' | 'far';
type Sample = { kind: Kind; isForeign: boolean; isHeldOut: boolean; evidence: Evidence };

const [indexes, ...sets] = process.argv.slice(2);
if (indexes === undefined || sets.length < 2)
  throw new Error('Usage: node build/bench/fit-refusal.js INDEXES SET SET…');
const config = readConfig(process.env);
const embedder = createEmbedder(config.embeddingModel);
const nearestTokens = createTokenKernel();
const samples: Sample[] = [];
for (const [index, set] of sets.entries()) await sample(set, sets[(index + 1) % sets.length] ?? set);

const { id, revision } = await embedder.identity();
const fitted = { same: fitWeights(false), foreign: fitWeights(true) };
const figures = { same: measure(false), foreign: measure(true) };
await mkdir(config.refusalDir, { recursive: true });
await writeFile(
  join(config.refusalDir, `${id}.json`),
  `${JSON.stringify({ revision, sets: sets.map((set) => basename(set)), ...fitted, figures }, null, 2)}\n`,
);
await writeFile(
  'bench/refusal.svg',
  drawCurves(
    (['same', 'foreign'] as const).flatMap((name) =>
      (['near', 'far'] as const).map((kind) => ({
        name: `${name === 'same' ? 'Chinese' : 'other languages'}, ${kind}`,
        points: curveOf(name === 'foreign', kind),
      })),
    ),
  ),
);
console.log(JSON.stringify(figures, null, 2));
await embedder.close();

async function sample(set: string, other: string): Promise<void> {
  const publicSet = await readPublicSet(set);
  const knowledge = await openSetIndex(embedder, publicSet, indexes ?? '');
  const deps = { knowledge, embedder, nearestTokens };
  const found = await farEvidence(deps, await readFarQuestions(config.refusalDir));
  const backgrounds: [same: Background, foreign: Background] = [
    backgroundOf(found.same),
    backgroundOf(found.foreign),
  ];
  const add = (kind: Kind, isForeign: boolean, place: number, evidence: Evidence | null): void => {
    if (evidence === null) return;
    const standard = standardise(evidence, backgrounds[isForeign ? 1 : 0]);
    samples.push({ kind, isForeign, isHeldOut: place % 2 === 1, evidence: standard });
  };
  const own = publicSet.queries;
  const far = (await readPublicSet(other)).queries;
  for (const language of ['zh', 'zh-Hant', ...foreignLanguages]) {
    for (const [place, { text, gold }] of pick(own, language).entries()) {
      const search = await searchClauses(deps, text.toWellFormed());
      add('answered', search.isForeign, place, readEvidence(search.clauses));
      add('near', search.isForeign, place, readEvidence(rankWithout(search, gold)));
    }
    for (const [place, { text }] of pick(far, language).entries()) {
      const { clauses, isForeign } = await searchClauses(deps, text.toWellFormed());
      add('far', isForeign, place, readEvidence(clauses));
    }
  }
  knowledge.close();
}

/** What the search would have found without some documents: scores are relative to those of the other candidates. */
function rankWithout({ clauses, textWeight }: SearchResult, documents: readonly string[]): RankedClause[] {
  const rest = clauses.filter(({ clause }) => !documents.includes(clause.documentId));
  const byRow = new Map(rest.map((one) => [one.clause.row, one]));
  const candidates = rest.map(({ clause, denseZ, textZ, score }) => ({
    row: clause.row,
    denseZ,
    textZ,
    score,
    loss: 0,
  }));
  const late = (row: number) => byRow.get(row)?.late ?? null;
  return rerankCandidates(candidates, late, textWeight / fullTextWeight).flatMap(({ row, score }) => {
    const one = byRow.get(row);
    return one === undefined ? [] : [{ ...one, score }];
  });
}

function pick(queries: readonly BenchmarkQuery[], language: string): BenchmarkQuery[] {
  return pickEvenly(
    queries.filter(({ lang }) => lang === language),
    perLanguage,
  );
}

function fitWeights(isForeign: boolean): { bias: number; weights: Record<string, number> } {
  const used = samples.filter((one) => one.isForeign === isForeign && !one.isHeldOut);
  const { weights, bias } = fitLogistic(
    used.map(({ evidence }) => evidenceNames.map((name) => evidence[name])),
    used.map(({ kind }) => kind === 'answered'),
  );
  const named = evidenceNames.map((name, index) => [name, Number((weights[index] ?? 0).toFixed(4))]);
  return { bias: Number(bias.toFixed(4)), weights: Object.fromEntries(named) };
}

function scoresOf(isForeign: boolean, kind: Kind): number[] {
  const { bias, weights } = isForeign ? fitted.foreign : fitted.same;
  return samples
    .filter((one) => one.isForeign === isForeign && one.isHeldOut && one.kind === kind)
    .map(({ evidence }) =>
      evidenceNames.reduce((sum, name) => sum + (weights[name] ?? 0) * evidence[name], bias),
    );
}

/** The share refused of questions without an answer over the share refused of those with one. */
function curveOf(isForeign: boolean, kind: Kind): Array<[falsely: number, rightly: number]> {
  const answered = scoresOf(isForeign, 'answered');
  const unanswered = scoresOf(isForeign, kind);
  const below = (scores: readonly number[], line: number): number =>
    scores.filter((score) => score < line).length / Math.max(scores.length, 1);
  const lines = [...answered, Number.POSITIVE_INFINITY].sort((left, right) => left - right);
  return lines.map((line) => [below(answered, line), below(unanswered, line)]);
}

function measure(isForeign: boolean): Record<string, number> {
  const round = (value: number): number => Number(value.toFixed(3));
  const entries = (['near', 'far'] as const).flatMap((kind) => {
    const curve = curveOf(isForeign, kind);
    const area = curve.reduce((sum, [falsely, rightly], index) => {
      const [before, height] = curve[index - 1] ?? [0, 0];
      return sum + (falsely - before) * ((rightly + height) / 2);
    }, 0);
    const atThree = Math.max(
      ...curve.filter(([falsely]) => falsely <= 0.03).map(([, rightly]) => rightly),
      0,
    );
    return [
      [`${kind}AreaUnderCurve`, round(area)],
      [`${kind}RefusedAt3PercentFalse`, round(atThree)],
      [`${kind}Questions`, scoresOf(isForeign, kind).length],
    ];
  });
  return Object.fromEntries(entries);
}
