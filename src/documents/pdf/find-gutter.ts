import type { PdfItem } from './to-items.ts';

/** A gutter between columns: so wide as a share of the page, and so many lines on either side. */
const leastGutter = 0.02;
const leastColumnLines = 6;

/** The middle of a stripe about the middle of the page that no piece of text crosses; null where there is none. */
export function findGutter(items: readonly PdfItem[], width: number): number | null {
  const step = width * leastGutter;
  for (let from = width * 0.4; from <= width * 0.6; from += step / 2) {
    const to = from + step;
    const isFree = items.every(({ x, width: wide }) => x + wide <= from || x >= to);
    if (!isFree) continue;
    const right = items.filter(({ x }) => x >= to);
    const left = items.filter(({ x, width: wide }) => x + wide <= from);
    const rows = (part: readonly PdfItem[]): number => new Set(part.map(({ y }) => Math.round(y))).size;
    const isFilled = (part: readonly PdfItem[]): boolean =>
      rows(part) >= leastColumnLines &&
      part.reduce((sum, { width: wide }) => sum + wide, 0) / rows(part) > width * 0.25;
    return isFilled(left) && isFilled(right) ? (from + to) / 2 : null;
  }
  return null;
}
