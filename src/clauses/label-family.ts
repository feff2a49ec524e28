import type { ParseNumber } from './label-numbers.ts';

/**
 * A family of labels. `pattern` is sticky and captures the number, and as a second group the number of a branch
 * (第十七条之二); what it matches is the label as printed.
 */
export type LabelFamily = {
  name: string;
  pattern: RegExp;
  parseNumber: ParseNumber;
  /**
   * `structural`: division of a law, with a rank of its own, closes everything of the same or a finer rank.
   * `strong`: believed on its own where it opens or goes on a sequence.
   * `weak`: opens a sequence only when its second member follows.
   * `bullet`: has no number. `heading`: has no label, a format marks it.
   */
  strength: 'structural' | 'strong' | 'weak' | 'bullet' | 'heading';
  /** For structural families: coarse divisions have the small numbers. */
  rank?: number;
  /** May open in the middle of a line, behind the end of a sentence or a colon. */
  isInline?: boolean;
  /** May be glued to the end of the line before, where the sequence calls for it. */
  isGlued?: boolean;
  /** What it matches may be a label of a later family as well: (i) is a letter, too. */
  isAmbiguous?: boolean;
  /** The numbers at which a sequence may open; 1 where nothing is said. */
  opensAt?: readonly number[];
};
