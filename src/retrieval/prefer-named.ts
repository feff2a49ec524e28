import { foldText } from '../clauses/fold-text.ts';
import { simplifyHan } from '../documents/simplify-han.ts';
import type { RankedClause } from './ranked-clause.ts';

/** What a clause gains whose heading the question says word for word, in standard deviations. */
const headingGain = 1;

/** A shorter heading is a word that any question may have. */
const leastCharacters = 4;

/**
 * Puts clauses that a question calls by their heading before others: 推广信息终端产品，省广播电视局参加吗？ A title is no
 * heading: it tells which document is meant.
 */
export function preferNamed(clauses: readonly RankedClause[], question: string): RankedClause[] {
  const asked = bare(question);
  const isNamed = ({ clause: { heading, level } }: RankedClause): boolean => {
    const name = bare(heading);
    return level > 0 && name.length >= leastCharacters && asked.includes(name);
  };
  return clauses
    .map((one) => (isNamed(one) ? { ...one, score: one.score + headingGain } : one))
    .toSorted((left, right) => right.score - left.score);
}

function bare(text: string): string {
  return simplifyHan(foldText(text).toLowerCase()).replace(/[^\p{L}\p{N}]/gu, '');
}
