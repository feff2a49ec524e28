import type { Embedder } from '../embedding/embedder.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { bareLanguage, corpusLanguage } from '../retrieval/corpus-language.ts';
import type { NearestTokens } from '../retrieval/kernel/create-token-kernel.ts';
import { searchClauses } from '../retrieval/search-clauses.ts';
import { type Evidence, readEvidence } from './read-evidence.ts';
import type { RefusalModel } from './refusal-model.ts';
import { type Background, backgroundOf, standardise } from './standardise-evidence.ts';

/** What questions without an answer find in an index, and the line below which evidence is none, in logits. */
export type RefusalLine = { background: Background; line: number };

/** For questions in the language of the documents and for others; null where there are no far questions to draw it by. */
export type RefusalLines = { same: RefusalLine | null; foreign: RefusalLine | null };

/** Questions that hardly any documents answer, by language: giraffes, symphonies, the moon. */
export type FarQuestions = Readonly<Record<string, readonly string[]>>;

/**
 * This share of far questions lies below the line. Not all: a clause that is withheld is worse than one too many that
 * is shown, and across languages the evidence is weaker.
 */
export const refusalShares = { same: 0.86, foreign: 0.7 };

type Deps = { knowledge: KnowledgeBase; embedder: Embedder; nearestTokens: NearestTokens };

/**
 * Draws the lines for an index: what evidence questions find in these documents that have no answer there. How alike
 * texts seem to the model differs from collection to collection, so that no one number serves all.
 */
export async function calibrateRefusal(
  deps: Deps & { model: RefusalModel },
  far: FarQuestions,
): Promise<RefusalLines> {
  const lineOf = (evidence: readonly Evidence[], isForeign: boolean): RefusalLine | null => {
    if (evidence.length === 0) return null;
    const background = backgroundOf(evidence);
    const scores = evidence.map((one) => deps.model.score(standardise(one, background), isForeign));
    const place = Math.floor(refusalShares[isForeign ? 'foreign' : 'same'] * scores.length);
    return { background, line: scores.sort((left, right) => left - right)[place] ?? 0 };
  };
  const found = await farEvidence(deps, far);
  return { same: lineOf(found.same, false), foreign: lineOf(found.foreign, true) };
}

/** The evidence that far questions find, in the language of the documents and in another. */
export async function farEvidence(
  deps: Deps,
  far: FarQuestions,
): Promise<{ same: Evidence[]; foreign: Evidence[] }> {
  const own = bareLanguage(await corpusLanguage(deps.knowledge));
  const other = Object.keys(far).find((language) => language !== own) ?? '';
  const found: { same: Evidence[]; foreign: Evidence[] } = { same: [], foreign: [] };
  for (const question of [...(far[own] ?? []), ...(far[other] ?? [])]) {
    const { clauses, isForeign } = await searchClauses(deps, question);
    const evidence = readEvidence(clauses);
    if (evidence !== null) found[isForeign ? 'foreign' : 'same'].push(evidence);
  }
  return found;
}
