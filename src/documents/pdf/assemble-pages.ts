import type { ReadText } from '../reading-limits.ts';
import type { Noise, Span } from '../source-document.ts';
import { isSpaceless } from './is-spaceless.ts';
import type { MarkedLine } from './mark-edges.ts';
import type { PageLine } from './page-lines.ts';

/** A line that ends a paragraph by its mark, or by ending well before the right edge of its column. */
const endsParagraph = /[。！？；：.!?;:][”’"』」）)】]*$/u;
const fullLine = 0.93;

/** The dots between a heading and its page in a table of contents. */
const leader = /[.…⋯·]{3,}\s*\d{0,4}$/u;
/** The end of a line, so that a line of dots alone does not take its square. */
const mostLeader = 80;

/**
 * How a new clause begins. A line that goes on may begin with a reference (依照本办法 / 第三条规定), not with these.
 */
const opening =
  /^(?:第[〇零一二三四五六七八九十百千\d]{1,7}(?:[编編章节節]|[条條](?!第|规定|規定|的|之|、|，|和|至|或|所))|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,3}(?:[.．](?!\d)|[、)）])|[①-⑳]|제\s*\d+\s*[조장절]|(?:Article|Section|Chapter|Part|§)\s*\d)/iu;
const leastIndent = 0.8;

/**
 * Joins the lines of the pages to paragraphs. Noise is put behind the paragraph that runs over the page break; a page
 * begins where its own text does.
 */
export function assemblePages(pages: readonly (readonly MarkedLine[])[], checkTime: () => void): ReadText {
  const spans: Span[] = [];
  const noise: Noise[] = [];
  let held: MarkedLine[] = [];
  let text = '';
  // What the last line left open; to look at the end of `text` would copy it all, once a line.
  let open = '';
  const writeHeld = (): void => {
    for (const { text: content, noise: reason } of held) {
      const span = { start: text.length, end: text.length + content.length };
      if (reason !== null) noise.push({ span, reason });
      text += `${content}\n`;
    }
    held = [];
  };
  for (const [number, page] of pages.entries()) {
    const start = text.length;
    const firstOfNext = pages[number + 1]?.find((line) => line.noise === null);
    const body = page.filter((line) => line.noise === null);
    const edges = page.filter((line) => line.noise !== null);
    held = held.concat(edges.filter(({ top }) => top < 0.5));
    for (const [index, line] of body.entries()) {
      checkTime();
      text += needsSpace(open, line.text) ? ` ${line.text}` : line.text;
      open = line.text;
      if (goesOn(line, body) && !beginsParagraph(body[index + 1] ?? firstOfNext, line)) continue;
      text += '\n';
      open = '';
      writeHeld();
    }
    held = held.concat(edges.filter(({ top }) => top >= 0.5));
    spans.push({ start, end: text.length });
  }
  if (open !== '') text += '\n';
  writeHeld();
  const last = spans.at(-1);
  if (last !== undefined) last.end = text.length;
  return { text, layout: { pages: spans, headings: [], noise } };
}

/** The line is as long as its column is wide, and no mark ends it. */
function goesOn(line: PageLine, page: readonly PageLine[]): boolean {
  const column = page.filter(({ left, right }) => left < line.right && line.left < right);
  const edge = column.reduce((most, { right }) => Math.max(most, right), 0);
  const isWhole =
    line.isTabular || leader.test(line.text.slice(-mostLeader)) || endsParagraph.test(line.text);
  return column.length > 1 && line.right >= fullLine * edge && !isWhole;
}

/** By its label, or by being indented, where the line before is not the label of a hanging paragraph. */
function beginsParagraph(next: PageLine | undefined, line: PageLine): boolean {
  if (next === undefined) return false;
  if (next.isTabular || opening.test(next.text)) return true;
  return next.left > line.left + leastIndent * next.fontSize && !opening.test(line.text);
}

/** Words of a rejoined line; a hyphen at its end stays and wants none. */
function needsSpace(before: string, next: string): boolean {
  const end = before.slice(-1);
  if (end === '' || /[-‐‑\s]/u.test(end)) return false;
  return !isSpaceless(before, next);
}
