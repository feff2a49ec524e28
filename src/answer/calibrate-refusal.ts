import type { Embedder } from '../embedding/embedder.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { bareLanguage, corpusLanguage } from '../retrieval/corpus-language.ts';
import type { NearestTokens } from '../retrieval/kernel/create-token-kernel.ts';
import { searchClauses } from '../retrieval/search-clauses.ts';
import { readEvidence } from './read-evidence.ts';
import type { RefusalModel } from './refusal-model.ts';

/**
 * The lines below which evidence is none, in logits: for questions in the language of the documents and for others.
 */
export type RefusalLines = { same: number; foreign: number };

/** Questions that hardly any documents answer, by language: giraffes, symphonies, the moon. */
export type FarQuestions = Readonly<Record<string, readonly string[]>>;

/**
 * This share of far questions lies below the line. Not all: a clause that is withheld is worse than one too many that
 * is shown, and across languages the evidence is weaker.
 */
const shares = { same: 0.91, foreign: 0.88 };

/** The lines where the far questions of a language are missing; those of the seeds, rounded. */
const usual: RefusalLines = { same: -6, foreign: -6 };

/**
 * Draws the lines for an index: what evidence questions find in these documents that have no answer there. How alike
 * texts seem to the model differs from collection to collection, so that no one number serves all.
 */
export async function calibrateRefusal(
  deps: { knowledge: KnowledgeBase; embedder: Embedder; nearestTokens: NearestTokens; model: RefusalModel },
  far: FarQuestions,
): Promise<RefusalLines> {
  const own = bareLanguage(await corpusLanguage(deps.knowledge));
  const other = Object.keys(far).find((language) => language !== own);
  return {
    same: (await lineOf(deps, far[own] ?? [], shares.same)) ?? usual.same,
    foreign: (await lineOf(deps, far[other ?? ''] ?? [], shares.foreign)) ?? usual.foreign,
  };
}

async function lineOf(
  deps: Parameters<typeof calibrateRefusal>[0],
  questions: readonly string[],
  share: number,
): Promise<number | null> {
  const scores: number[] = [];
  for (const question of questions) {
    const { clauses, isForeign } = await searchClauses(deps, question);
    const evidence = readEvidence(clauses);
    if (evidence !== null) scores.push(deps.model.score(evidence, isForeign));
  }
  return scores.sort((left, right) => left - right)[Math.floor(share * scores.length)] ?? null;
}
