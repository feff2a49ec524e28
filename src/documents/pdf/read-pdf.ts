import { DocumentError } from '../../errors.ts';
import { type ReadFormat, type ReadingLimits, type ReadingSource, startDeadline } from '../reading-limits.ts';
import { assemblePages } from './assemble-pages.ts';
import { markEdges } from './mark-edges.ts';
import { type OpenPdf, openPdf } from './open-pdf.ts';
import { type PageLine, pageLines } from './page-lines.ts';

/** Fewer characters a page are the stamp of a scanner, not a text layer. */
const leastCharactersPerPage = 10;
/** So few are no document, however they are drawn. */
const fewCharacters = 200;
const sampledPages = 5;

/**
 * Reads the text layer of a PDF with a map of its pages. Lines that the page's width broke are rejoined, over page
 * breaks as well. Headers, footers and page numbers stay in the text as noise, but are put behind the paragraph that
 * runs over the page break, so that its sentences are whole.
 */
export const readPdf: ReadFormat = async (bytes, source, limits) => {
  const checkTime = startDeadline(source, limits);
  const pdf = await openPdf(bytes, source, checkTime);
  try {
    const pages = await readPages(pdf, source, limits, checkTime);
    return assemblePages(markEdges(pages), checkTime);
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
    pages.push(pageLines(await pdf.readPage(number), checkTime));
  }
  if (await isWithoutText(pdf, pages)) {
    throw new DocumentError(
      'document-without-text',
      path,
      `${name} has no text layer on its ${pages.length} page${pages.length === 1 ? '' : 's'}: run it through text recognition (OCR) and ingest again.`,
    );
  }
  return pages;
}

/** A long file of few characters may be one of drawings; it is a scanned one where its first pages are images. */
async function isWithoutText(pdf: OpenPdf, pages: readonly PageLine[][]): Promise<boolean> {
  const characters = pages.flat().reduce((sum, { text }) => sum + text.length, 0);
  if (characters === 0) return true;
  if (characters >= leastCharactersPerPage * pages.length) return false;
  if (characters < fewCharacters) return true;
  for (let number = 1; number <= Math.min(pages.length, sampledPages); number += 1) {
    if (await pdf.hasImage(number)) return true;
  }
  return false;
}
