import type { AcceptedLabel } from './accept-labels.ts';

/** Longer than this is a sentence, not a heading. */
const maxHeadingCharacters = 60;

/** A heading that stands before text on its own line is at most this long. */
const maxRunInHeadingCharacters = 40;

const headingEnd = /[。：:！？!?]/u;
const surroundings = /^[\s　*_.．、:：\uE000-\uF8FF]+|[\s　*_。：:\uE000-\uF8FF]+$/gu;

/**
 * Reads the heading behind a label: a line of its own without the end of a sentence, or the first short
 * sentence where more text or clauses beneath follow (（一）加强组织领导。建立…). Articles and 一是 have no run-in heading.
 * A line that the format marks as a heading is one. `bodyStart` is where the running text begins.
 */
export function readHeading(
  text: string,
  label: AcceptedLabel,
  ownEnd: number,
  hasChildren: boolean,
): { heading: string; bodyStart: number } {
  const lineEnd = endOfLine(text, label.span.end, ownEnd);
  const line = text.slice(label.span.end, lineEnd);
  if (label.family.name === 'paragraph') return { heading: '', bodyStart: label.span.end };
  if (label.markedLevel !== null) return found(line, lineEnd);
  const end = headingEnd.exec(line);
  if (end === null) {
    const isBroken =
      /[，,；;]$/u.test(line.trim()) || (label.family.name === 'article' && line.includes('，'));
    const isHeading = line.trim().length <= maxHeadingCharacters && !isBroken;
    return isHeading ? found(line, lineEnd) : { heading: '', bodyStart: label.span.end };
  }
  const runIn = line.slice(0, end.index);
  const bodyStart = label.span.end + end.index + closingLength(line, end.index);
  const isFollowed = hasChildren || hasText(text.slice(bodyStart, ownEnd));
  const isSentence = runIn.trim().length > maxRunInHeadingCharacters || !isFollowed;
  const hasNoHeading = label.family.name === 'article' || label.family.name === 'ordinal';
  return isSentence || hasNoHeading ? { heading: '', bodyStart: label.span.end } : found(runIn, bodyStart);
}

function found(raw: string, bodyStart: number): { heading: string; bodyStart: number } {
  return { heading: raw.replace(surroundings, ''), bodyStart };
}

/** The full stop with the closing quotation marks and Markdown behind it. */
function closingLength(line: string, at: number): number {
  return /^.[”’」』）)]*(?:\*\*)?/u.exec(line.slice(at))?.[0].length ?? 1;
}

function endOfLine(text: string, start: number, limit: number): number {
  const match = /[\n\r\f\u2028\u2029]/u.exec(text.slice(start, limit));
  return match === null ? limit : start + match.index;
}

function hasText(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
