import { linesOf } from '../documents/lines-of.ts';
import type { MarkedHeading, Span } from '../documents/source-document.ts';
import { parseHanNumber } from './han-number.ts';
import { headingFamily, labelFamilies } from './label-families.ts';
import type { LabelFamily } from './label-family.ts';
import { parseLetter } from './label-numbers.ts';

/** One way to read a label: (i) is the ninth letter or the first Roman numeral. 第十七条之二 has branch 2. */
export type LabelReading = {
  family: LabelFamily;
  number: number;
  branch: number;
  /** The numbers of the outer levels that the label repeats: 2 of 2.1. */
  outer: readonly number[];
};

/** A place that looks like a label; whether it is one is decided by the sequence it stands in. */
export type LabelCandidate = {
  readings: LabelReading[];
  /** The label as printed; empty for a heading without one. */
  span: Span;
  /** Where the clause would begin: before Markdown marks that belong to the label's line. */
  clauseStart: number;
  position: 'line' | 'inline' | 'glued';
  /** Set off from what follows by white space, a bracket or the end of the line. */
  isSetOff: boolean;
  /** The level of the heading that the document's format marks here; null where it marks none. */
  markedLevel: number | null;
};

const lineFamilies = labelFamilies;
const inlineFamilies = labelFamilies.filter((family) => family.isInline === true);
const gluedFamilies = labelFamilies.filter((family) => family.isGlued === true);

/** Indentation and the Markdown that may stand before a label. */
const lineIndent = /[^\S\r\n]*(?:#{1,6}[ \t]+)?(?:\*\*|__)?[^\S\r\n]*/uy;
const sentenceEnd = /[。！？；：:][”’」』）)]*(?:\*\*)?[ \t\u00a0　]*/gu;

/** Lists every candidate of a document in the order of the text. @param headings as the format marks them. */
export function findLabels(text: string, headings: readonly MarkedHeading[] = []): LabelCandidate[] {
  const marked = [...headings];
  const found: LabelCandidate[] = [];
  for (const line of linesOf(text)) {
    const labelStart = matchAt(lineIndent, text, line.start)?.end ?? line.start;
    const heading = takeHeading(marked, line);
    const atStart = readingsAt(lineFamilies, text, { start: labelStart, end: line.end }, 'line');
    const markedLevel = heading?.level ?? null;
    if (atStart !== null) {
      found.push({ ...atStart, clauseStart: firstVisible(text, line.start), markedLevel });
    } else if (heading !== null) {
      found.push(headingWithoutLabel(heading));
    }
    // A label in the middle of a heading's line is a reference.
    if (heading === null) {
      found.push(...insideLine(text, { start: atStart?.span.end ?? labelStart, end: line.end }));
    }
  }
  return found;
}

/** The marked heading that begins in a line, taken off the list. */
function takeHeading(marked: MarkedHeading[], line: Span): MarkedHeading | null {
  while ((marked[0]?.span.start ?? Number.POSITIVE_INFINITY) < line.start) marked.shift();
  const [next] = marked;
  return next !== undefined && next.span.start <= line.end ? (marked.shift() ?? null) : null;
}

function headingWithoutLabel({ span, level }: MarkedHeading): LabelCandidate {
  return {
    readings: [{ family: headingFamily, number: 0, branch: 0, outer: [] }],
    span: { start: span.start, end: span.start },
    clauseStart: span.start,
    position: 'line',
    isSetOff: true,
    markedLevel: level,
  };
}

/** Labels behind the end of a sentence in the middle of a line: 一是 …, and headings glued to a paragraph. */
function insideLine(text: string, line: Span): LabelCandidate[] {
  const found: LabelCandidate[] = [];
  const lineText = text.slice(line.start, line.end);
  for (const match of lineText.matchAll(sentenceEnd)) {
    const place = { start: line.start + match.index + match[0].length, end: line.end };
    const inline = readingsAt(inlineFamilies, text, place, 'inline');
    if (inline !== null) found.push({ ...inline, clauseStart: place.start, markedLevel: null });
    const glued = match[0].startsWith('。') ? readingsAt(gluedFamilies, text, place, 'glued') : null;
    if (glued !== null) found.push({ ...glued, clauseStart: place.start, markedLevel: null });
  }
  return found;
}

/** All readings of the label that the first matching family sees at a place; null where none does. */
function readingsAt(
  families: readonly LabelFamily[],
  text: string,
  place: Span,
  position: LabelCandidate['position'],
): Pick<LabelCandidate, 'readings' | 'span' | 'position' | 'isSetOff'> | null {
  const readings: LabelReading[] = [];
  let end = 0;
  for (const family of families) {
    const match = matchAt(family.pattern, text, place.start);
    if (match === null || match.end > place.end || (end > 0 && match.end !== end)) continue;
    const number = family.parseNumber(match.captured);
    if (number === null) continue;
    end = match.end;
    readings.push({ family, number, branch: branchOf(match.branch), outer: outerOf(family, text, match) });
    if (family.isAmbiguous !== true) break;
  }
  if (readings.length === 0) return null;
  const isSetOff = /^(?:[\s　（(【]|$)/u.test(text.slice(end, Math.min(end + 1, place.end)));
  return { readings, span: { start: place.start, end }, position, isSetOff };
}

function outerOf({ name }: LabelFamily, text: string, { start, end }: Span): number[] {
  if (!name.startsWith('decimal-')) return [];
  const numbers = text.slice(start, end).match(/\d+/gu) ?? [];
  return numbers.slice(0, -1).map(Number);
}

function branchOf(captured: string): number {
  if (captured === '') return 0;
  if (/^\d+$/u.test(captured)) return Number(captured);
  return (/^[a-z]$/u.test(captured) ? parseLetter(captured) : parseHanNumber(captured)) ?? 0;
}

function matchAt(
  pattern: RegExp,
  text: string,
  at: number,
): { start: number; end: number; captured: string; branch: string } | null {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null
    ? null
    : { start: at, end: at + match[0].length, captured: match[1] ?? '', branch: match[2] ?? '' };
}

function firstVisible(text: string, start: number): number {
  let at = start;
  while (/[^\S\r\n]/u.test(text.charAt(at))) at += 1;
  return at;
}
