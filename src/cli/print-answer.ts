import type { Answer, Quotation } from '../answer/answer.ts';

/** Writes an answer for a person at a terminal: what is said, then each quotation with where it stands. */
export function printAnswer(answer: Answer): string {
  const shown = answer.answers.length > 0 ? answer.answers : answer.nearest;
  return [answer.reply, ...shown.map(printQuotation), ...answer.notices].join('\n\n');
}

function printQuotation({ quote, citation, clause, document, span }: Quotation, index: number): string {
  const where = [document.path, document.issuedOn, `${span.start}–${span.end}`].filter((part) => part !== '');
  const lines = [
    `${index + 1}. ${citation}`,
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
