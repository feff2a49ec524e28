/** What a spreadsheet would take for a formula (OWASP, "CSV Injection"). */
const formula = /^[=+\-@\t\r]/u;

/** A line of comma-separated values for a spreadsheet (RFC 4180): every cell quoted, none a formula. */
export function csvLine(cells: readonly string[]): string {
  const quoted = cells.map((cell) => `"${(formula.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`);
  return `${quoted.join(',')}\r\n`;
}
