import type { PdfItem, PdfPage } from './open-pdf.ts';

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

/** A gutter between columns: so wide as a share of the page, and so many lines on either side. */
const leastGutter = 0.02;
const leastColumnLines = 6;

const spaceless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：？！“”‘’（）《》〈〉【】〔〕]/u;

/** Puts the pieces of a page together to lines in the order of reading: by columns where the page has two. */
export function pageLines({ items, width, height }: PdfPage): PageLine[] {
  const level = items.filter(({ isLevel, text }) => isLevel && text.trim() !== '');
  const gutter = findGutter(level, width);
  if (gutter === null) return linesOf(level, height);
  const [left, right] = [level.filter(({ x }) => x < gutter), level.filter(({ x }) => x >= gutter)];
  return [...linesOf(left, height), ...linesOf(right, height)];
}

function linesOf(items: readonly PdfItem[], height: number): PageLine[] {
  const rows: PdfItem[][] = [];
  for (const item of items.toSorted((left, right) => right.y - left.y || left.x - right.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    const isSame =
      first !== undefined && Math.abs(first.y - item.y) <= sameLine * Math.min(first.fontSize, item.fontSize);
    if (row !== undefined && isSame) row.push(item);
    else rows.push([item]);
  }
  return joinRaised(rows)
    .map((row) => toLine(withoutDoubles(row), height))
    .filter(({ text }) => text !== '');
}

/** Puts superscripts and subscripts into the line that they belong to. */
function joinRaised(rows: readonly PdfItem[][]): PdfItem[][] {
  const joined: PdfItem[][] = [];
  for (const row of rows) {
    const before = joined.at(-1);
    if (before !== undefined && isRaised(before, row)) joined.splice(-1, 1, [...row, ...before]);
    else if (before !== undefined && isRaised(row, before)) before.push(...row);
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
    fontSize: Math.max(...items.map(({ fontSize }) => fontSize)),
    isTabular,
  };
}

/** Between Chinese or Japanese characters a gap is a matter of setting. */
function isGap(before: string, { text, fontSize }: PdfItem, gap: number): boolean {
  if (before === '' || before.endsWith(' ') || text.startsWith(' ')) return false;
  if (spaceless.test(before.slice(-1)) && spaceless.test(text.charAt(0))) return gap > 2 * fontSize;
  return gap > leastGap * fontSize;
}

/** The middle of a stripe about the middle of the page that no piece of text crosses; null where there is none. */
function findGutter(items: readonly PdfItem[], width: number): number | null {
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
