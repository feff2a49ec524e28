import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { DocumentError } from '../../errors.ts';
import type { ReadingSource } from '../reading-limits.ts';
import { startPdfThread } from './pdf-thread.ts';
import { type PdfItem, toItems } from './to-items.ts';
import { waitWithin } from './wait-within.ts';

export type PdfPage = { items: PdfItem[]; width: number; height: number };

/** An open PDF. Pages count from 1. Whoever opens it closes it. */
export type OpenPdf = {
  pageCount: number;
  readPage(number: number): Promise<PdfPage>;
  hasImage(number: number): Promise<boolean>;
  close(): Promise<void>;
};

/** A thread that is stuck does not answer; it is ended after this time. */
const closingMs = 500;

/**
 * Opens a PDF; the only place that knows pdfjs-dist. Its maps of Chinese, Japanese and Korean fonts lie in its
 * package, nothing is fetched, and no code of a document is evaluated. It is parsed in a thread of its own.
 * @throws DocumentError `document-encrypted`, `document-damaged`, and what `checkTime` throws.
 */
export async function openPdf(
  bytes: Uint8Array,
  source: ReadingSource,
  checkTime: () => void,
): Promise<OpenPdf> {
  const { getDocument, OPS, PDFWorker, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const thread = startPdfThread(pathToFileURL(join(root, 'legacy/build/pdf.worker.min.mjs')).href);
  const worker = PDFWorker.create({ port: thread.port, verbosity: VerbosityLevel.ERRORS });
  const task = getDocument({
    // pdfjs takes the buffer over.
    data: Uint8Array.from(bytes),
    worker,
    verbosity: VerbosityLevel.ERRORS,
    cMapUrl: `${join(root, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(root, 'standard_fonts')}/`,
    wasmUrl: `${join(root, 'wasm')}/`,
    isEvalSupported: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    disableFontFace: true,
    stopAtErrors: false,
  });
  const close = async (): Promise<void> => {
    const closing = new AbortController();
    const destroyed = task.destroy().catch(() => {});
    await Promise.race([destroyed, wait(closingMs, undefined, { signal: closing.signal }).catch(() => {})]);
    closing.abort();
    worker.destroy();
    await thread.stop();
  };
  const answer = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await waitWithin(work(), thread.gone, checkTime);
    } catch (cause) {
      throw toDocumentError(cause, source);
    }
  };
  try {
    const document = await answer(() => task.promise);
    const images = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]);
    return {
      pageCount: document.numPages,
      readPage: (number) =>
        answer(async () => {
          const page = await document.getPage(number);
          const view = page.getViewport({ scale: 1 / page.userUnit });
          const { items } = await page.getTextContent();
          page.cleanup();
          return { items: toItems(items, view), width: view.width, height: view.height };
        }),
      hasImage: (number) =>
        answer(async () => {
          const page = await document.getPage(number);
          const { fnArray } = await page.getOperatorList();
          page.cleanup();
          return fnArray.some((operator) => images.has(operator));
        }),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function toDocumentError(cause: unknown, { path, name }: ReadingSource): DocumentError {
  if (cause instanceof DocumentError) return cause;
  const isEncrypted = cause instanceof Error && cause.name === 'PasswordException';
  const [code, reason] = isEncrypted
    ? ['document-encrypted', 'has a password: save it without one and ingest again.']
    : ['document-damaged', 'is cut or damaged, or no PDF: get it again from where it came from.'];
  return new DocumentError(code, path, `${name} ${reason}`, { cause });
}
