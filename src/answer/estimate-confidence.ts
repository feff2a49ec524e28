import type { SearchResult } from '../retrieval/ranked-clause.ts';
import type { RefusalLines } from './calibrate-refusal.ts';
import { lacksAsked } from './lacks-asked.ts';
import { type Evidence, readEvidence } from './read-evidence.ts';
import type { RefusalModel } from './refusal-model.ts';
import { standardise } from './standardise-evidence.ts';

/** Below this the documents are said not to answer: the line of `RefusalLines`. */
export const leastConfidence = 0.5;

/** An index or a model without what is needed gives nothing to judge by. */
const unknownConfidence = 0.5;

/** So many logits from the line to near certainty; the line is drawn for each index, so that it is no probability. */
const spread = 2;

/** What it costs, in logits, that the two best clauses lack what is asked for: as good as certainty. */
const lackingLoss = 10;

/** What it costs that only the best lacks it; across languages, where the right one is second more often, nothing. */
const firstLackingLoss = { same: 4, foreign: 0 };

/** What evidence is judged by; null where the model has no weights. */
export type RefusalJudge = { model: RefusalModel; lines: RefusalLines } | null;

/** Estimates how likely it is that the documents answer the question at all, 0 to 1; .5 is the line. */
export function estimateConfidence(search: SearchResult, judge: RefusalJudge): number {
  if (search.clauses.length === 0 || search.elsewhere !== null) return 0;
  const evidence = readEvidence(search.clauses);
  if (evidence === null || judge === null) return unknownConfidence;
  const loss = lossOf(search);
  const margin = marginOf(judge, evidence, search.isForeign);
  return margin === null ? unknownConfidence : 1 / (1 + Math.exp((loss - margin) / spread));
}

function lossOf({ clauses, question, textOf, isForeign }: SearchResult): number {
  const [first = '', second = ''] = clauses.slice(0, 2).map(({ clause }) => textOf(clause));
  if (!lacksAsked(question, first)) return 0;
  if (lacksAsked(question, `${first}\n${second}`)) return lackingLoss;
  return isForeign ? firstLackingLoss.foreign : firstLackingLoss.same;
}

/** How far evidence lies above the line of the index, in logits; null where no line could be drawn. */
export function marginOf(
  judge: NonNullable<RefusalJudge>,
  evidence: Evidence,
  isForeign: boolean,
): number | null {
  const drawn = isForeign ? judge.lines.foreign : judge.lines.same;
  if (drawn === null) return null;
  return judge.model.score(standardise(evidence, drawn.background), isForeign) - drawn.line;
}
