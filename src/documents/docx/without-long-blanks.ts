/** As many blanks as a line of a form has between its fields. */
const mostBlanks = 128;

/** Longer lines are no text of a document. */
const longLine = 1_000_000;

/**
 * Shortens runs of blanks that no page is wide enough for: the search for blanks at the ends of lines takes time that
 * grows with the square of a run.
 */
export function withoutLongBlanks(line: string): string {
  const most = line.length > longLine ? 1 : mostBlanks;
  return line.replace(/[^\S\n]{2,}/gu, (blanks) => blanks.slice(0, most));
}
