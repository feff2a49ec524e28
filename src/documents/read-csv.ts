import { parse } from 'csv-parse/sync';
import { DocumentError } from '../errors.ts';
import { decodeText } from './decode-text.ts';
import { createLineWriter } from './line-writer.ts';
import { type ReadFormat, startDeadline } from './reading-limits.ts';

const delimiters = [',', ';', '\t'];

/** Reads a table of comma-, semicolon- or tab-separated values: a row is a line, its cells joined by ' | '. */
export const readCsv: ReadFormat = (bytes, source, limits) => {
  const checkTime = startDeadline(source, limits);
  const table = decodeText(bytes, source.name);
  const writer = createLineWriter();
  for (const row of rowsOf(table, source.path, source.name)) {
    checkTime();
    writer.line(row.map((cell) => cell.trim().replace(/\s*[\n\r]+\s*/gu, ' ')).join(' | '));
  }
  return writer.finish();
};

function rowsOf(table: string, path: string, name: string): string[][] {
  try {
    return parse(table, {
      delimiter: delimiterOf(table),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
  } catch (cause) {
    throw new DocumentError(
      'document-damaged',
      path,
      `${name} is no table of separated values: save it as CSV with every quotation mark closed.`,
      { cause },
    );
  }
}

/** The delimiter that the first line has most of. */
function delimiterOf(table: string): string {
  const first = table.slice(0, table.search(/[\n\r]|$/u));
  const counted = delimiters.map((delimiter) => ({ delimiter, count: first.split(delimiter).length }));
  counted.sort((left, right) => right.count - left.count);
  return counted[0]?.delimiter ?? ',';
}
