import { DocumentError } from '../../errors.ts';
import {
  type ReadFormat,
  type ReadingLimits,
  type ReadingSource,
  type ReadText,
  startDeadline,
} from '../reading-limits.ts';
import type { Noise, Span } from '../source-document.ts';
import { type MarkedLine, markEdges } from './mark-edges.ts';
import { type OpenPdf, openPdf } from './open-pdf.ts';
import { type PageLine, pageLines } from './page-lines.ts';

/** Fewer characters a page are the stamp of a scanner, not a text layer. */
const leastCharactersPerPage = 10;

/** A line that ends a paragraph by its mark, or by ending well before the right edge of its column. */
const endsParagraph = /[。！？；：.!?;:][”’"』」）)】]*$/u;
const fullLine = 0.93;

/** The dots between a heading and its page in a table of contents. */
const leader = /[.…⋯·]{3,}\s*\d{0,4}$/u;

/**
 * How a new clause begins. A line that goes on may begin with a reference (依照本办法 / 第三条规定), not with these.
 */
const opening =
  /^(?:第[〇零一二三四五六七八九十百千\d]{1,7}(?:[编編章节節]|[条條](?!第|规定|規定|的|之|、|，|和|至|或|所))|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,3}(?:[.．](?!\d)|[、)）])|[①-⑳]|제\s*\d+\s*[조장절]|(?:Article|Section|Chapter|Part|§)\s*\d)/iu;
const leastIndent = 0.8;
const spaceless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：？！“”‘’（）《》〈〉【】〔〕]/u;

/**
 * Reads the text layer of a PDF with a map of its pages. Lines that the page's width broke are rejoined, over page
 * breaks as well. Headers, footers and page numbers stay in the text as noise, but are put behind the paragraph that
 * runs over the page break, so that its sentences are whole.
 */
export const readPdf: ReadFormat = async (bytes, source, limits) => {
  const checkTime = startDeadline(source, limits);
  const pdf = await openPdf(bytes, source);
  try {
    const pages = await readPages(pdf, source, limits, checkTime);
    return assemble(markEdges(pages));
  } finally {
    await pdf.close();
  }
};

async function readPages(
  pdf: OpenPdf,
  { path, name }: ReadingSource,
  { maxPages }: ReadingLimits,
  checkTime: () => void,
): Promise<PageLine[][]> {
  if (pdf.pageCount > maxPages) {
    throw new DocumentError(
      'document-too-many-pages',
      path,
      `${name} has ${pdf.pageCount} pages, more than the ${maxPages} that are read: split it.`,
    );
  }
  const pages: PageLine[][] = [];
  for (let number = 1; number <= pdf.pageCount; number += 1) {
    checkTime();
    pages.push(pageLines(await pdf.readPage(number)));
  }
  const characters = pages.flat().reduce((sum, { text }) => sum + text.length, 0);
  if (characters < leastCharactersPerPage * pages.length && characters < 200) {
    throw new DocumentError(
      'document-without-text',
      path,
      `${name} has no text layer on its ${pages.length} page${pages.length === 1 ? '' : 's'}: run it through text recognition (OCR) and ingest again.`,
    );
  }
  return pages;
}

function assemble(pages: readonly (readonly MarkedLine[])[]): ReadText {
  const spans: Span[] = [];
  const noise: Noise[] = [];
  let held: MarkedLine[] = [];
  let text = '';
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
    held.push(...edges.filter(({ top }) => top < 0.5));
    for (const [index, line] of body.entries()) {
      text += needsSpace(text, line.text) ? ` ${line.text}` : line.text;
      if (goesOn(line, body) && !beginsParagraph(body[index + 1] ?? firstOfNext, line)) continue;
      text += '\n';
      writeHeld();
    }
    held.push(...edges.filter(({ top }) => top >= 0.5));
    spans.push({ start, end: text.length });
  }
  if (text !== '' && !text.endsWith('\n')) text += '\n';
  writeHeld();
  const last = spans.at(-1);
  if (last !== undefined) last.end = text.length;
  return { text, layout: { pages: spans, headings: [], noise } };
}

/** The line is as long as its column is wide, and no mark ends it. */
function goesOn(line: PageLine, page: readonly PageLine[]): boolean {
  const column = page.filter(({ left, right }) => left < line.right && line.left < right);
  const edge = Math.max(...column.map(({ right }) => right));
  const isWhole = line.isTabular || leader.test(line.text) || endsParagraph.test(line.text);
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
  if (end === '' || end === '\n' || /[-‐‑\s]/u.test(end)) return false;
  return !(spaceless.test(end) && spaceless.test(next.charAt(0)));
}
