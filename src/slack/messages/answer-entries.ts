import type { Answer, AnswerDocument } from '../../answer/answer.ts';

/** One quotation as it is shown, whatever part of the answer it comes from. `clauseId` is '' for a document. */
export type AnswerEntry = {
  clauseId: string;
  quote: string;
  path: string[];
  citation: string;
  document: AnswerDocument;
  url: string | null;
};

/**
 * What is quoted, in its order: nearest clauses for `not-found`, duties for `duties`, else the answers; empty quotes
 * fall out. Buttons name an entry by its place here.
 */
export function answerEntries(answer: Answer): AnswerEntry[] {
  const quotations = answer.kind === 'not-found' ? answer.nearest : answer.answers;
  const duties = answer.kind === 'duties' && quotations.length === 0 ? answer.duties : [];
  const entries: AnswerEntry[] = [
    ...quotations.map((quotation) => ({
      ...quotation,
      clauseId: quotation.clause.id,
      path: quotation.clause.path,
    })),
    ...duties.map(({ quote, clause, document }) => ({
      clauseId: clause.id,
      quote,
      path: clause.path,
      citation: `${documentName(document)}${clause.label}`,
      document,
      url: null,
    })),
  ];
  return entries.filter((entry) => entry.quote.trim() !== '');
}

/** A document by its title and number, as people cite it. */
export function documentName({ title, number }: AnswerDocument): string {
  return number === '' ? `《${title}》` : `《${title}》（${number}）`;
}
