import type { Span } from '../documents/source-document.ts';

const contentsHeading =
  /^(?:目\s*[录錄次]|(?:table of )?contents|inhalt(?:sverzeichnis)?|sommaire|table des matières|índice|차\s*례|목\s*차)$/iu;

/** Dots that lead to a page number, or the number alone behind a gap. */
const leader = /[.．…·‥\s]{2,}\s*\d{0,4}\s*$|\t\s*\d{1,4}\s*$/u;
const withDots = /[.．…·‥]{3,}\s*\d{0,4}\s*$/u;
const mostEntryCharacters = 80;

/** So many lines with dot leaders in a row are a table of contents without a heading. */
const leastDottedLines = 3;

type Line = Span & { content: string };

/**
 * Finds tables of contents: a heading that says so with the entries behind it, up to the line where the first
 * entry comes again as the heading of the text; or lines that lead to page numbers with dots.
 * @param lines the lines with text, trimmed in `content`.
 */
export function findContents(lines: readonly Line[]): Span[] {
  const found: Span[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const end = contentsHeading.test(lines[index]?.content ?? '')
      ? endOfEntries(lines, index)
      : endOfDotted(lines, index);
    const [first, last] = [lines[index], lines[end - 1]];
    if (end <= index || first === undefined || last === undefined) continue;
    found.push({ start: first.start, end: last.end });
    index = end - 1;
  }
  return found;
}

/** Behind the last entry: where the first entry comes again, or where the dotted lines end. */
function endOfEntries(lines: readonly Line[], heading: number): number {
  const first = bare(lines[heading + 1]?.content ?? '');
  if (first === '') return heading + 1;
  for (let index = heading + 2; index < lines.length; index += 1) {
    const content = lines[index]?.content ?? '';
    if (bare(content) === first && !withDots.test(content)) return index;
    if (content.length > mostEntryCharacters || /[。；;]$/u.test(content)) break;
  }
  return Math.max(endOfDotted(lines, heading + 1), heading + 1);
}

/** Behind the last of at least three dotted lines in a row; the index itself where there are none. */
function endOfDotted(lines: readonly Line[], start: number): number {
  let end = start;
  while (withDots.test(lines[end]?.content ?? '')) end += 1;
  return end - start >= leastDottedLines ? end : start;
}

function bare(entry: string): string {
  return entry
    .replace(leader, '')
    .replace(/\s+/gu, '')
    .replace(/\d{1,4}$/u, '');
}
