import { foldText } from '../src/clauses/fold-text.ts';
import { simplifyHan } from '../src/documents/simplify-han.ts';
import type { Embedder } from '../src/embedding/embedder.ts';
import type { BenchmarkQuery } from '../src/evaluation/read-benchmark.ts';
import type { KnowledgeBase } from '../src/knowledge/knowledge-base.ts';
import { corpusLanguage } from '../src/retrieval/corpus-language.ts';
import type { NearestTokens } from '../src/retrieval/kernel/create-token-kernel.ts';
import { tokenWeights } from '../src/retrieval/late-interaction.ts';
import { searchClauses } from '../src/retrieval/search-clauses.ts';
import { pickEvenly } from './pick-evenly.ts';
import type { ReadTokenStates } from './read-token-states.ts';

/** The tokens of a clause's sentences, one sentence behind the other; `states` is seen from the mean. */
export type ClauseTokens = {
  /** The passage's id in its set. */
  id: string;
  states: Float32Array;
  /** Behind the last token of each sentence. */
  sentenceEnds: number[];
};

/** A question with the clauses that it is to rank. The weights of its tokens have the sum 1. */
export type ProjectionQuestion = {
  states: Float32Array;
  weights: number[];
  gold: readonly string[];
  candidates: ClauseTokens[];
};

export type ProjectionSet = {
  name: string;
  /** Their candidates are the gold passages and those of the search that are not. */
  fitted: ProjectionQuestion[];
  /** Their candidates are those of the search, gold or not. */
  heldOut: ProjectionQuestion[];
};

type Deps = {
  knowledge: KnowledgeBase;
  embedder: Embedder;
  nearestTokens: NearestTokens;
  readStates: ReadTokenStates;
  mean: Float32Array;
};

const languages = ['zh', 'zh-Hant'];
const mostFitted = 1_800;
const mostHeldOut = 300;

/** Of a set's Chinese questions those at even places fit, those at odd places give the figures. */
export async function prepareSet(
  deps: Deps,
  name: string,
  queries: readonly BenchmarkQuery[],
): Promise<ProjectionSet> {
  const clauses = createClauseReader(deps);
  const at = (parity: number): BenchmarkQuery[] =>
    languages.flatMap((language) =>
      queries.filter(({ lang }) => lang === language).filter((_, place) => place % 2 === parity),
    );
  const prepareAll = async (chosen: readonly BenchmarkQuery[], isFitted: boolean) => {
    const prepared: ProjectionQuestion[] = [];
    for (const query of chosen) {
      const found = await findCandidates(deps, query, isFitted);
      const question = await readQuestion(deps, query.text);
      const candidates = (await Promise.all(found.map(clauses))).filter(({ states }) => states.length > 0);
      const hasGold = query.gold.some((id) => candidates.some((candidate) => candidate.id === id));
      if (question.weights.length > 0 && (hasGold || !isFitted))
        prepared.push({ ...question, gold: query.gold, candidates });
    }
    return prepared;
  };
  return {
    name,
    fitted: await prepareAll(pickEvenly(at(0), mostFitted), true),
    heldOut: await prepareAll(pickEvenly(at(1), mostHeldOut), false),
  };
}

/**
 * The passages to rank, the gold ones first where they fit. The others are in the order of the first search, which no
 * token projection has changed.
 */
async function findCandidates(
  deps: Deps,
  { text, gold }: BenchmarkQuery,
  isFitted: boolean,
): Promise<string[]> {
  const { clauses } = await searchClauses(deps, text.toWellFormed());
  const found = clauses
    .toSorted((left, right) => right.denseZ - left.denseZ)
    .map(({ clause }) => clause.documentId);
  if (!isFitted) return found;
  return [...new Set(gold), ...found.filter((id) => !gold.includes(id))];
}

async function readQuestion(
  { knowledge, readStates, mean }: Deps,
  text: string,
): Promise<{ states: Float32Array; weights: number[] }> {
  const asked = foldText(text.toWellFormed());
  const folded = (await corpusLanguage(knowledge)) === 'zh' ? simplifyHan(asked) : asked;
  const { ids, rows } = await readStates('query: ', folded);
  const weights = tokenWeights(knowledge, { ids });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const kept = [...weights.keys()].filter((index) => (weights[index] ?? 0) > 0);
  const width = mean.length;
  return {
    states: centre(
      kept.map((index) => rows.subarray(index * width, (index + 1) * width)),
      mean,
    ),
    weights: kept.map((index) => (weights[index] ?? 0) / total),
  };
}

/** Reads the passages of an index, each once: a clause that several questions share is the same object. */
function createClauseReader({ knowledge, readStates, mean }: Deps): (id: string) => Promise<ClauseTokens> {
  const read = async (id: string): Promise<ClauseTokens> => {
    const text = knowledge.textOf(id);
    const passages = knowledge.clausesOf(id).flatMap(({ row }) => knowledge.passagesOf(row));
    const parts: Float32Array[] = [];
    const sentenceEnds: number[] = [];
    for (const { kind, span } of passages) {
      if (kind !== 'sentence') continue;
      const { rows } = await readStates('passage: ', foldText(text.slice(span.start, span.end)));
      if (rows.length === 0) continue;
      parts.push(rows);
      sentenceEnds.push((sentenceEnds.at(-1) ?? 0) + rows.length / mean.length);
    }
    return { id, states: centre(parts, mean), sentenceEnds };
  };
  const known = new Map<string, Promise<ClauseTokens>>();
  return (id) => {
    const clause = known.get(id) ?? read(id);
    known.set(id, clause);
    return clause;
  };
}

/** Joins unit vectors, each as the direction from the mean. */
function centre(parts: readonly Float32Array[], mean: Float32Array): Float32Array {
  const joined = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  for (let start = 0; start < joined.length; start += mean.length) {
    for (let index = 0; index < mean.length; index += 1)
      joined[start + index] = (joined[start + index] ?? 0) - (mean[index] ?? 0);
  }
  return joined;
}
