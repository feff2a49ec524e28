import type { Span } from './source-document.ts';

/** Whether two stretches of a text share a character. */
export function overlaps(left: Span, right: Span): boolean {
  return left.start < right.end && right.start < left.end;
}
