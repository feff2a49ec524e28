import type { Span } from '../documents/source-document.ts';

/** Whether a stretch of a text introduces what follows it. */
export function isHeadLine(text: string, { start, end }: Span): boolean {
  return /[:：]\s*$/u.test(text.slice(start, end));
}
