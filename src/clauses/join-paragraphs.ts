import { linesOf } from '../documents/lines-of.ts';
import type { Span } from '../documents/source-document.ts';

const endsParagraph = /[。！？!?：:；;｡.][”’」』）)】》"'*]*$/u;
/** Cells of a row of a table, as the readers of documents write it. */
const tableRow = / \| /u;
const holdsProse = /[，,、。；;]/u;

/** Latin lines are taken for broken prose from this length on, in characters. */
const brokenLatinLineCharacters = 45;

/**
 * Puts the lines of a stretch of text together that belong to one paragraph: a line that reads as prose and
 * does not end as a sentence does goes on in the next line with text, across blank lines (page breaks).
 * Only spans are joined; the text stays as it is.
 */
export function joinParagraphs(text: string, within: Span): Span[] {
  const paragraphs: Span[] = [];
  let isOpen = false;
  for (const line of linesOf(text.slice(within.start, within.end))) {
    const span = { start: within.start + line.start, end: within.start + line.end };
    const content = text.slice(span.start, span.end).trim();
    if (content === '') continue;
    const last = paragraphs.at(-1);
    if (isOpen && last !== undefined) last.end = span.end;
    else paragraphs.push(span);
    isOpen = goesOn(content);
  }
  return paragraphs;
}

function goesOn(line: string): boolean {
  if (tableRow.test(line)) return false;
  if (endsParagraph.test(line)) return false;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(line))
    return holdsProse.test(line) && !endsInBracket(line);
  return line.length >= brokenLatinLineCharacters;
}

/** A line that closes with a parenthesis, as （责任单位：…） does, is complete. */
function endsInBracket(line: string): boolean {
  return /[）)]$/u.test(line);
}
