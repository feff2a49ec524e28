import { findGutter } from './find-gutter.ts';
import { isSpaceless } from './is-spaceless.ts';
import type { PdfPage } from './open-pdf.ts';
import type { PdfItem } from './to-items.ts';

/** A line of a page. `top` is its distance from the upper edge as a share of the page's height, 0 to 1. */
export type PageLine = {
  text: string;
  top: number;
  left: number;
  right: number;
  fontSize: number;
  /** Gaps as wide as between the columns of a table. */
  isTabular: boolean;
};

/** Items whose baselines differ by less than this share of their size stand on one line. */
const sameLine = 0.5;

/** A gap wider than this share of the font size is a space. */
const leastGap = 0.25;

/** A gap this many times the font size stands between columns of a table. */
const leastTableGap = 2;

/** A row of smaller characters, not further from a line than this share of its size, is raised or lowered in it. */
const raised = { size: 0.8, distance: 0.6 };

/** Some programs print bold by printing twice, less than this share of the font size apart. */
const doubleStrike = 0.15;

/** Puts the pieces of a page together to lines in the order of reading: by columns where the page has two. */
export function pageLines({ items, width, height }: PdfPage, checkTime: () => void): PageLine[] {
  const level = items.filter(({ isLevel, text }) => isLevel && text.trim() !== '');
  const gutter = findGutter(level, width);
  if (gutter === null) return linesOf(level, height, checkTime);
  const [left, right] = [level.filter(({ x }) => x < gutter), level.filter(({ x }) => x >= gutter)];
  return [...linesOf(left, height, checkTime), ...linesOf(right, height, checkTime)];
}

function linesOf(items: readonly PdfItem[], height: number, checkTime: () => void): PageLine[] {
  const rows: PdfItem[][] = [];
  for (const item of items.toSorted((left, right) => right.y - left.y || left.x - right.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    const isSame =
      first !== undefined && Math.abs(first.y - item.y) <= sameLine * Math.min(first.fontSize, item.fontSize);
    if (row !== undefined && isSame) row.push(item);
    else rows.push([item]);
  }
  return joinRaised(rows, checkTime)
    .map((row) => toLine(withoutDoubles(row), height))
    .filter(({ text }) => text !== '');
}

/** Puts superscripts and subscripts into the line that they belong to. */
function joinRaised(rows: readonly PdfItem[][], checkTime: () => void): PdfItem[][] {
  const joined: PdfItem[][] = [];
  for (const row of rows) {
    checkTime();
    const before = joined.at(-1);
    if (before !== undefined && isRaised(before, row)) joined.splice(-1, 1, [...row, ...before]);
    else if (before !== undefined && isRaised(row, before)) joined.splice(-1, 1, [...before, ...row]);
    else joined.push([...row]);
  }
  return joined;
}

function isRaised(row: readonly PdfItem[], line: readonly PdfItem[]): boolean {
  const largest = line.reduce(
    (most, item) => (item.fontSize > most.fontSize ? item : most),
    line[0] ?? nothing,
  );
  return row.every(
    ({ fontSize, y }) =>
      fontSize <= raised.size * largest.fontSize &&
      Math.abs(y - largest.y) <= raised.distance * largest.fontSize,
  );
}

const nothing: PdfItem = { text: '', x: 0, y: 0, width: 0, fontSize: 0, isLevel: true };

function withoutDoubles(row: readonly PdfItem[]): PdfItem[] {
  const kept: PdfItem[] = [];
  for (const item of row.toSorted((left, right) => left.x - right.x)) {
    const isDouble = kept
      .slice(-2)
      .some(({ text, x }) => text === item.text && item.x - x < doubleStrike * item.fontSize);
    if (!isDouble) kept.push(item);
  }
  return kept;
}

function toLine(row: readonly PdfItem[], height: number): PageLine {
  const items = row.toSorted((left, right) => left.x - right.x);
  let text = '';
  let end = items[0]?.x ?? 0;
  let isTabular = false;
  for (const item of items) {
    text += `${isGap(text, item, item.x - end) ? ' ' : ''}${item.text}`;
    isTabular ||= text !== item.text && item.x - end > leastTableGap * item.fontSize;
    end = Math.max(end, item.x + item.width);
  }
  const [first] = items;
  return {
    text: text.trim(),
    top: height > 0 ? 1 - (first?.y ?? 0) / height : 0,
    left: first?.x ?? 0,
    right: end,
    fontSize: items.reduce((most, { fontSize }) => Math.max(most, fontSize), 0),
    isTabular,
  };
}

/** Between Chinese or Japanese characters a gap is a matter of setting. */
function isGap(before: string, { text, fontSize }: PdfItem, gap: number): boolean {
  if (before === '' || before.endsWith(' ') || text.startsWith(' ')) return false;
  if (isSpaceless(before, text)) return gap > 2 * fontSize;
  return gap > leastGap * fontSize;
}
