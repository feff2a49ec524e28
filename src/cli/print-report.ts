import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openSlackState, type SlackState } from '../slack/state/open-slack-state.ts';
import type { CommandContext } from './command-context.ts';
import { csvLine } from './csv-line.ts';

export type ReportOptions = { index: string; json: boolean; csv: boolean };

/** One line of a report: a text in each column. */
export type ReportRow = Readonly<Record<string, string>>;

/**
 * Prints what people did in Slack, read from `state.db` of the index folder: JSON, a table for a spreadsheet, or one
 * paragraph a row. @param empty what is said on stderr when there is nothing. @returns the exit code.
 */
export function printReport<Row extends ReportRow>(
  { stdout, stderr }: CommandContext,
  options: ReportOptions,
  report: {
    columns: readonly (keyof Row & string)[];
    empty: string;
    read: (state: SlackState) => Row[];
    draw: (row: Row) => string;
  },
): number {
  const rows = readRows(options.index, report.read);
  if (options.json) stdout.write(`${JSON.stringify(rows)}\n`);
  else if (options.csv) {
    const lines = rows.map((row) => report.columns.map((column) => row[column] ?? ''));
    stdout.write([[...report.columns], ...lines].map(csvLine).join(''));
  } else if (rows.length === 0) stderr.write(`${report.empty}\n`);
  else stdout.write(`${rows.map(report.draw).join('\n\n')}\n`);
  return 0;
}

function readRows<Row>(indexDir: string, read: (state: SlackState) => Row[]): Row[] {
  const path = join(indexDir, 'state.db');
  if (!existsSync(path)) return [];
  const state = openSlackState(path);
  try {
    return read(state);
  } finally {
    state.close();
  }
}
