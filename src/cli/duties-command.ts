import type { Duty } from '../answer/answer.ts';
import { findDuties, listUnits } from '../answer/find-duties.ts';
import type { CommandContext } from './command-context.ts';
import { csvLine } from './csv-line.ts';
import { openIndex } from './open-index.ts';
import { openRegistry } from './open-registry.ts';

export type DutiesOptions = { index: string; json: boolean; csv: boolean };

const csvHeader = [
  'unit',
  'role',
  'document',
  'number',
  'issuedOn',
  'clause',
  'quote',
  'path',
  'start',
  'end',
];

/**
 * `clausewise duties UNIT`: every clause that names a unit as responsible, by any of its names, old or new.
 * @returns the exit code; a unit that no document names has no duties.
 */
export async function runDuties(
  { config, stdout, stderr }: CommandContext,
  unit: string,
  options: DutiesOptions,
): Promise<number> {
  const registry = openRegistry(config.registryFile);
  const knowledge = await openIndex(options.index);
  try {
    const duties = findDuties(knowledge, registry, unit);
    const known = listUnits(knowledge, registry).find(
      ({ names, canonical }) =>
        names.includes(unit) || canonical === unit || names.includes(duties[0]?.unit ?? ''),
    );
    const canonical = known?.canonical ?? registry.canonicalOf(unit, '');
    if (options.json)
      stdout.write(`${JSON.stringify({ unit, canonical, names: known?.names ?? [], duties })}\n`);
    else if (options.csv) stdout.write([csvHeader, ...duties.map(toRow)].map(csvLine).join(''));
    else if (duties.length === 0)
      stderr.write(`The documents do not name ${unit}: "clausewise units" lists whom they name.\n`);
    else stdout.write(`${duties.map(draw).join('\n\n')}\n`);
    return 0;
  } finally {
    knowledge.close();
  }
}

function toRow({ unit, role, document, clause, quote, span }: Duty): string[] {
  const { title, number, issuedOn, path } = document;
  const place = [String(span.start), String(span.end)];
  return [
    unit,
    role,
    title,
    number,
    issuedOn,
    clause.path.join(' › '),
    quote.replace(/\s+/gu, ' '),
    path,
    ...place,
  ];
}

function draw({ unit, role, document, clause, quote, span }: Duty): string {
  const name = document.number === '' ? document.title : `${document.title}（${document.number}）`;
  return `${unit} (${role})  ${name}\n   ${clause.path.join(' › ')}\n   │ ${quote.replace(/\s*[\n\r]+\s*/gu, ' ')}\n   ${document.path} · ${span.start}–${span.end}`;
}
