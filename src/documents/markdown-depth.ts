import { linesOf } from './lines-of.ts';

/** A level of a list is indented by this many blanks at the least. */
const leastIndentation = 2;

/**
 * How deep lists and quotations of a Markdown text can be nested at the most, from the blanks and marks at the
 * beginning of its lines; in time that grows with the length of the text.
 */
export function markdownDepth(text: string): number {
  let deepest = 0;
  for (const { start, end } of linesOf(text)) deepest = Math.max(deepest, depthOfLine(text, start, end));
  return deepest;
}

function depthOfLine(text: string, start: number, end: number): number {
  let blanks = 0;
  let marks = 0;
  for (let at = start; at < end; at += 1) {
    const character = text.charAt(at);
    if (character === ' ') blanks += 1;
    else if (character === '\t') blanks += 4;
    else if (character === '>') marks += 1;
    else if (/[-*+.)]/u.test(character) && /[ \t]/u.test(text.charAt(at + 1))) marks += 1;
    else if (!/\d/u.test(character)) break;
  }
  return marks + Math.floor(Math.max(blanks - marks, 0) / leastIndentation);
}
