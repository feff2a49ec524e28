import { simplifyHan } from '../documents/simplify-han.ts';
import type { Span } from '../documents/source-document.ts';

/** A stretch of a text without white space and in simplified characters; `spanOf` leads back into the text. */
export type CompactText = {
  text: string;
  /** A stretch as the text prints it, without white space. */
  printed(start: number, end: number): string;
  /** The stretch of the text that a stretch of the compact one was made of. */
  spanOf(start: number, end: number): Span;
};

/** Where something stands that is read otherwise, a full stop stands in the compact text. */
const placeholder = '。';

/**
 * Leaves white space out, which page breaks put into the middle of words, and writes simplified characters.
 * @param without stretches that are left out, in the order of the text.
 */
export function compactText(text: string, within: Span, without: readonly Span[]): CompactText {
  const offsets: number[] = [];
  let compact = '';
  let next = 0;
  for (let at = within.start; at < within.end; at += 1) {
    while ((without[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next += 1;
    const skipped = without[next];
    if (skipped !== undefined && skipped.start <= at) {
      compact += placeholder;
      offsets.push(at);
      at = Math.min(skipped.end, within.end) - 1;
      continue;
    }
    const character = text.charAt(at);
    if (/\s/u.test(character)) continue;
    compact += character;
    offsets.push(at);
  }
  return {
    text: simplifyHan(compact),
    printed: (start, end) => compact.slice(start, end),
    spanOf: (start, end) => ({
      start: offsets[start] ?? within.start,
      end: end > start ? (offsets[end - 1] ?? within.end - 1) + 1 : (offsets[start] ?? within.start),
    }),
  };
}
