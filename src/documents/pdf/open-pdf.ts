import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { DocumentError } from '../../errors.ts';
import type { ReadingSource } from '../reading-limits.ts';

/** A piece of text on a page: its baseline's left end, its size in points, and whether it lies level. */
export type PdfItem = {
  text: string;
  x: number;
  y: number;
  width: number;
  fontSize: number;
  isLevel: boolean;
};

export type PdfPage = { items: PdfItem[]; width: number; height: number };

/** An open PDF. Pages count from 1. Whoever opens it closes it. */
export type OpenPdf = {
  pageCount: number;
  readPage(number: number): Promise<PdfPage>;
  close(): Promise<void>;
};

const itemSchema = z.object({
  str: z.string(),
  transform: z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]),
  width: z.number(),
});

/**
 * Opens a PDF; the only place that knows pdfjs-dist. Its maps of Chinese, Japanese and Korean fonts lie in its
 * package, nothing is fetched, and no code of a document is evaluated.
 * @throws DocumentError `document-encrypted`, `document-damaged`.
 */
export async function openPdf(bytes: Uint8Array, source: ReadingSource): Promise<OpenPdf> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    // pdfjs takes the buffer over.
    data: Uint8Array.from(bytes),
    verbosity: VerbosityLevel.ERRORS,
    cMapUrl: `${join(root, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(root, 'standard_fonts')}/`,
    wasmUrl: `${join(root, 'wasm')}/`,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
  });
  try {
    const document = await task.promise;
    return {
      pageCount: document.numPages,
      readPage: async (number) => {
        try {
          const page = await document.getPage(number);
          const { width, height } = page.getViewport({ scale: 1 });
          const { items } = await page.getTextContent();
          page.cleanup();
          return { items: items.flatMap(toItem), width, height };
        } catch (cause) {
          throw damaged(source, cause);
        }
      },
      close: () => task.destroy(),
    };
  } catch (cause) {
    await task.destroy();
    throw isPassword(cause) ? encrypted(source, cause) : damaged(source, cause);
  }
}

/** What marks content has no text of its own. */
function toItem(item: unknown): PdfItem[] {
  const parsed = itemSchema.safeParse(item);
  if (!parsed.success || parsed.data.str === '') return [];
  const { str, transform, width } = parsed.data;
  const [scaleX, skewY, skewX, scaleY, x, y] = transform;
  const isLevel = Math.abs(skewY) < 0.01 * Math.abs(scaleX) + 1e-6;
  return [{ text: str, x, y, width, fontSize: Math.hypot(skewX, scaleY), isLevel }];
}

function isPassword(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'PasswordException';
}

function encrypted({ path, name }: ReadingSource, cause: unknown): DocumentError {
  return new DocumentError(
    'document-encrypted',
    path,
    `${name} has a password: save it without one and ingest again.`,
    { cause },
  );
}

function damaged({ path, name }: ReadingSource, cause: unknown): DocumentError {
  return new DocumentError(
    'document-damaged',
    path,
    `${name} is cut or damaged, or no PDF: get it again from where it came from.`,
    { cause },
  );
}
