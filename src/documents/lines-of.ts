import type { Span } from './source-document.ts';

/** The lines of a text without their line ends (LF, CRLF, CR, form feed, Unicode's line and paragraph separators). */
export function* linesOf(text: string): Generator<Span> {
  const lineEnd = /\r\n|[\n\r\f\u2028\u2029]/gu;
  let start = 0;
  for (const match of text.matchAll(lineEnd)) {
    yield { start, end: match.index };
    start = match.index + match[0].length;
  }
  yield { start, end: text.length };
}
