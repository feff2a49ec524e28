import { askedAmounts } from './asked-amounts.ts';
import { askedProcedures } from './asked-procedures.ts';
import { lacksMeasure } from './lacks-measure.ts';

const asked = [...askedAmounts, ...askedProcedures];

/**
 * Whether a question asks for something (a number, what has to be handed in, who pays, what a breach costs) that the
 * text which would answer it does not give at all.
 */
export function lacksAsked(question: string, text: string): boolean {
  if (lacksMeasure(question, text)) return true;
  return asked.some(({ asks, gives }) => asks.test(question) && !gives.test(text));
}
