import type { Answer, Quotation } from '../answer/answer.ts';

/** Writes an answer for a person at a terminal: what is said, then each quotation with where it stands. */
export function printAnswer(answer: Answer): string {
  const answers = answer.answers.map((quotation, index) => printQuotation(quotation, `${index + 1}.`));
  // What is near is no answer, and does not look like one.
  const nearest = answer.nearest.map((quotation) => printQuotation(quotation, ' ~'));
  return [answer.reply, ...answers, ...nearest, ...answer.notices].join('\n\n');
}

function printQuotation({ quote, citation, clause, document, span }: Quotation, mark: string): string {
  const where = [document.path, document.issuedOn, `${span.start}–${span.end}`].filter((part) => part !== '');
  const lines = [
    `${mark} ${citation}`,
    indent(quote, '   │ '),
    `   ${clause.path.join(' › ')}`,
    `   ${where.join(' · ')}`,
  ];
  return lines.filter((line) => line.trim() !== '').join('\n');
}

function indent(text: string, margin: string): string {
  return text
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '')
    .map((line) => `${margin}${line}`)
    .join('\n');
}
