import type { Span } from '../documents/source-document.ts';
import { type LabelFamily, labelFamilies } from './label-families.ts';

/** A place that looks like a label; whether it is one is decided by the sequence it stands in. */
export type LabelCandidate = {
  family: LabelFamily;
  number: number;
  /** The label as printed. */
  span: Span;
  /** Where the clause would begin: before Markdown marks that belong to the label's line. */
  clauseStart: number;
  position: 'line' | 'inline' | 'glued';
};

const lineFamilies = labelFamilies.filter((family) => family.isInline !== true);
const inlineFamilies = labelFamilies.filter((family) => family.isInline === true);
const gluedFamilies = labelFamilies.filter((family) => family.isGlued === true);

/** Indentation and the Markdown that may stand before a label. */
const lineIndent = /[^\S\r\n]*(?:#{1,6}[ \t]+)?(?:\*\*|__)?[^\S\r\n]*/uy;
const sentenceEnd = /[。！？；：:][”’」』）)]*(?:\*\*)?/gu;

/** Lists every candidate of a document in the order of the text. */
export function findLabels(text: string): LabelCandidate[] {
  const found: LabelCandidate[] = [];
  for (const line of linesOf(text)) {
    const labelStart = matchAt(lineIndent, text, line.start)?.end ?? line.start;
    const atStart = firstOf([...lineFamilies, ...inlineFamilies], text, labelStart, line.end);
    if (atStart !== null) {
      found.push({ ...atStart, clauseStart: firstVisible(text, line.start), position: 'line' });
    }
    found.push(...insideLine(text, { start: atStart?.span.end ?? labelStart, end: line.end }));
  }
  return found;
}

/** Labels behind the end of a sentence in the middle of a line: 一是 …, and headings glued to a paragraph. */
function insideLine(text: string, line: Span): LabelCandidate[] {
  const found: LabelCandidate[] = [];
  const lineText = text.slice(line.start, line.end);
  for (const match of lineText.matchAll(sentenceEnd)) {
    const start = line.start + match.index + match[0].length;
    const isFullStop = match[0].startsWith('。');
    const inline = firstOf(inlineFamilies, text, start, line.end);
    if (inline !== null) found.push({ ...inline, clauseStart: start, position: 'inline' });
    const glued = isFullStop ? firstOf(gluedFamilies, text, start, line.end) : null;
    if (glued !== null) found.push({ ...glued, clauseStart: start, position: 'glued' });
  }
  return found;
}

function firstOf(
  families: readonly LabelFamily[],
  text: string,
  start: number,
  lineEnd: number,
): Pick<LabelCandidate, 'family' | 'number' | 'span'> | null {
  for (const family of families) {
    const match = matchAt(family.pattern, text, start);
    if (match === null || match.end > lineEnd) continue;
    const number = family.parseNumber(match.captured);
    if (number !== null) return { family, number, span: { start, end: match.end } };
  }
  return null;
}

function matchAt(pattern: RegExp, text: string, at: number): { end: number; captured: string } | null {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null ? null : { end: at + match[0].length, captured: match[1] ?? '' };
}

function firstVisible(text: string, start: number): number {
  let at = start;
  while (/[^\S\r\n]/u.test(text.charAt(at))) at += 1;
  return at;
}

/** The lines of a text without their line ends (LF, CRLF, CR, form feed). */
export function* linesOf(text: string): Generator<Span> {
  const lineEnd = /\r\n|[\n\r\f\u2028\u2029]/gu;
  let start = 0;
  for (const match of text.matchAll(lineEnd)) {
    yield { start, end: match.index };
    start = match.index + match[0].length;
  }
  yield { start, end: text.length };
}
