import type { NoiseReason } from '../source-document.ts';
import type { PageLine } from './page-lines.ts';

/** A line with the reason why it is no part of the text; null for the text itself. */
export type MarkedLine = PageLine & { noise: NoiseReason | null };

/** Headers and footers stand within this share of the page's height from its edges. */
const edge = 0.12;

/** The same line, but for its digits, on so many pages or on this share of them is a header or footer. */
const leastPages = 3;
const leastShare = 0.5;

const number =
  /^[-—–－─·•\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／,，]?\s*(?:共\s*)?\d{1,4}(?:\s*页)?)?[-—–－─·•\s]*$/u;
const pageOf = /^(?:Page|Seite|página|p\.)\s*\d{1,4}(?:\s*(?:of|von|de|sur|\/)\s*\d{1,4})?$/iu;

const longestNumber = 40;

/** A header has a date or the number of a page, a row of a table more numbers. */
const mostNumbers = 4;

/** A number and nothing else: it may as well be the last cell of a table. */
const bareNumber = /^\d{1,4}$/u;

/** Marks headers, footers and page numbers: lines at the edges of pages that come again on others. */
export function markEdges(pages: readonly (readonly PageLine[])[]): MarkedLine[][] {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const shape of new Set(page.filter(isAtEdge).map(shapeOf))) {
      counts.set(shape, (counts.get(shape) ?? 0) + 1);
    }
  }
  const least = Math.max(2, Math.min(leastPages, Math.ceil(pages.length * leastShare)));
  const offsets = offsetsOf(pages);
  return pages.map((page, pageIndex) =>
    page.map((line, index) => {
      const isOuter = index === 0 || index === page.length - 1;
      const isRepeated = isAtEdge(line) && (counts.get(shapeOf(line)) ?? 0) >= least;
      const offset = Number(line.text) - pageIndex;
      const isNumber = bareNumber.test(line.text)
        ? isAtEdge(line) && ((isOuter && offset === 1) || (offsets.get(offset) ?? 0) > 1)
        : isAtEdge(line) && isNumberOfPage(line.text) && (isRepeated || isOuter);
      if (isNumber) return { ...line, noise: 'page-number' };
      if (!isRepeated) return { ...line, noise: null };
      return { ...line, noise: line.top < 0.5 ? 'page-header' : 'page-footer' };
    }),
  );
}

/** The number of a page grows with the pages: on how many a bare number at the edge is so much ahead of the page's index. */
function offsetsOf(pages: readonly (readonly PageLine[])[]): Map<number, number> {
  const offsets = new Map<number, number>();
  for (const [index, page] of pages.entries()) {
    const numbers = page.filter((line) => isAtEdge(line) && bareNumber.test(line.text));
    for (const offset of new Set(numbers.map(({ text }) => Number(text) - index))) {
      offsets.set(offset, (offsets.get(offset) ?? 0) + 1);
    }
  }
  return offsets;
}

function isAtEdge({ top }: PageLine): boolean {
  return top <= edge || top >= 1 - edge;
}

/**
 * Where it stands and what it says, whatever its digits are. A line of figures is a row of a table: it comes again only
 * where its digits do.
 */
function shapeOf({ text, top }: PageLine): string {
  const content = text.replace(/\s+/gu, '');
  const numbers = content.match(/\d+/gu) ?? [];
  const digits = numbers.join('').length;
  const isFigures = numbers.length > mostNumbers || digits > content.length - digits;
  const isFixed = bareNumber.test(text) || (isFigures && !isNumberOfPage(text));
  return `${top < 0.5 ? 'head' : 'foot'} ${isFixed ? content : content.replace(/\d+/gu, '0')}`;
}

function isNumberOfPage(text: string): boolean {
  return text.length <= longestNumber && (number.test(text) || pageOf.test(text));
}
