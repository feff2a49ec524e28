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

/** Marks headers, footers and page numbers: lines at the edges of pages that come again on others. */
export function markEdges(pages: readonly (readonly PageLine[])[]): MarkedLine[][] {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const shape of new Set(page.filter(isAtEdge).map(shapeOf))) {
      counts.set(shape, (counts.get(shape) ?? 0) + 1);
    }
  }
  const least = Math.max(2, Math.min(leastPages, Math.ceil(pages.length * leastShare)));
  return pages.map((page) =>
    page.map((line, index) => {
      const isOuter = index === 0 || index === page.length - 1;
      const isRepeated = isAtEdge(line) && (counts.get(shapeOf(line)) ?? 0) >= least;
      const isNumber =
        (number.test(line.text) || pageOf.test(line.text)) && (isRepeated || (isOuter && isAtEdge(line)));
      if (isNumber) return { ...line, noise: 'page-number' };
      if (!isRepeated) return { ...line, noise: null };
      return { ...line, noise: line.top < 0.5 ? 'page-header' : 'page-footer' };
    }),
  );
}

function isAtEdge({ top }: PageLine): boolean {
  return top <= edge || top >= 1 - edge;
}

/** Where it stands and what it says, whatever its digits are. */
function shapeOf({ text, top }: PageLine): string {
  return `${top < 0.5 ? 'head' : 'foot'} ${text.replace(/\d+/gu, '0').replace(/\s+/gu, '')}`;
}
