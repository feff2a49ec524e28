import type { Answer, Duty, Quotation, Responsible } from '../answer/answer.ts';

/** Writes an answer for a person at a terminal: what is said, then each quotation with where it stands. */
export function printAnswer(answer: Answer): string {
  // Where several clauses name units, each has its own beside it.
  const isApart = answer.responsible.length > 0 && answer.answers.length > 1;
  const unitsOf = ({ clause }: Quotation): string =>
    answer.responsible
      .filter((unit) => unit.clause === clause.id)
      .map((unit) => `\n  ${printUnit(unit)}`)
      .join('');
  const answers = answer.answers.map(
    (quotation, index) => printQuotation(quotation, `${index + 1}.`) + (isApart ? unitsOf(quotation) : ''),
  );
  // What is near is no answer, and does not look like one.
  const nearest = answer.nearest.map((quotation) => printQuotation(quotation, ' ~'));
  const duties = answer.duties.map((duty, index) => printDuty(duty, `${index + 1}.`));
  const units = isApart ? '' : answer.responsible.map(printUnit).join('\n');
  return [answer.reply, units, ...answers, ...duties, ...nearest, ...answer.notices]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The unit as printed, its role, and what it is called today. */
function printUnit({ name, canonical, role, inheritedFrom }: Responsible): string {
  const facts = [role, canonical === name ? '' : `→ ${canonical}`, inheritedFrom === null ? '' : '↑'];
  return ` • ${name} (${facts.filter((fact) => fact !== '').join(', ')})`;
}

function printDuty({ unit, role, quote, clause, document, span }: Duty, mark: string): string {
  const title = document.number === '' ? document.title : `${document.title}（${document.number}）`;
  return [
    `${mark} ${title}  ${unit} (${role})`,
    indent(quote, '   │ '),
    `   ${clause.path.join(' › ')}`,
    `   ${document.path} · ${span.start}–${span.end}`,
  ].join('\n');
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
