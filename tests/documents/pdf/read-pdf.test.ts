import fc from 'fast-check';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../src/documents/pdf/read-pdf.ts';
import { defaultReadingLimits, type ReadText } from '../../../src/documents/reading-limits.ts';
import { DocumentError } from '../../../src/errors.ts';
import { writeChinesePdf } from './write-chinese-pdf.ts';

const source = { path: '/docs/a.pdf', name: 'a.pdf' };
const read = async (bytes: Uint8Array, limits = {}): Promise<ReadText> =>
  readPdf(bytes, source, { ...defaultReadingLimits, ...limits });

/** A PDF of Latin text; `draw` writes its pages. */
async function writePdf(
  draw: (pdf: PDFKit.PDFDocument) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Uint8Array> {
  const pdf = new PDFDocument(options);
  const chunks: Buffer[] = [];
  const ended = new Promise<Uint8Array>((resolve) => pdf.on('end', () => resolve(Buffer.concat(chunks))));
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  draw(pdf);
  pdf.end();
  return ended;
}

const chinese = writeChinesePdf([
  ['某市供暖办法', '第一条　供暖期为每年十一月十五日至次年三月十五日，市人民', '- 1 -'],
  ['政府可以提前供暖。', '第二条　供热单位应当公示收费标准。', '- 2 -'],
]);

describe('readPdf', () => {
  it('reads Chinese fonts that are not embedded, and keeps a sentence whole over a page break', async () => {
    const { text, layout } = await read(chinese);
    expect(text.replace(/\s/gu, '')).toContain('市人民政府可以提前供暖。-1-第二条供热单位应当公示收费标准。');
    expect(layout.noise.map(({ span, reason }) => [reason, text.slice(span.start, span.end)])).toEqual([
      ['page-number', '- 1 -'],
      ['page-number', '- 2 -'],
    ]);
  });

  it('maps the pages over the whole text', async () => {
    const { text, layout } = await read(chinese);
    expect(layout.pages.map(({ start }) => start)).toEqual([0, text.indexOf('政府可以')]);
    expect(layout.pages.at(-1)?.end).toBe(text.length);
  });

  it('marks headers and footers that come again', async () => {
    const pdf = await writePdf(
      (page) => {
        for (let number = 1; number <= 4; number += 1) {
          if (number > 1) page.addPage();
          page.text('Heating Act, consolidated', 72, 40, { lineBreak: false });
          page.text(`Article ${number}. Owners pay the fee of ${number} euros.`, 72, 200);
          page.text(`Page ${number} of 4`, 280, 760, { lineBreak: false });
        }
      },
      { margin: 20 },
    );
    const { text, layout } = await read(pdf);
    expect(text).toContain('Article 2. Owners pay the fee of 2 euros.');
    const reasons = layout.noise.map(({ reason }) => reason);
    expect(reasons.filter((reason) => reason === 'page-header')).toHaveLength(4);
    expect(reasons.filter((reason) => reason === 'page-number')).toHaveLength(4);
  });

  it('reads two columns one after the other', async () => {
    const words = Array.from({ length: 400 }, (_, index) => `word${index}`).join(' ');
    const pdf = await writePdf((page) =>
      page.fontSize(11).text(words, { columns: 2, columnGap: 30, height: 300 }),
    );
    const { text } = await read(pdf);
    const numbers = [...text.matchAll(/word(\d+)/gu)].map(([, number]) => Number(number));
    expect(numbers).toEqual(numbers.toSorted((left, right) => left - right));
  });

  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string, RegExp]>([
    [
      'a password',
      () => writePdf((page) => page.text('secret'), { userPassword: 'x' }),
      'document-encrypted',
      /has a password/u,
    ],
    [
      'no text layer',
      () => writePdf((page) => page.rect(0, 0, 90, 90).fill().addPage().rect(0, 0, 9, 9).fill()),
      'document-without-text',
      /no text layer on its 2 pages/u,
    ],
    ['no PDF at all', () => Buffer.from('第一条'), 'document-damaged', /cut or damaged/u],
    ['an empty file', () => new Uint8Array(), 'document-damaged', /cut or damaged/u],
  ])('refuses %s in one sentence that names the file', async (_what, make, code, reason) => {
    const bytes = await make();
    await expect(read(bytes)).rejects.toMatchObject({ code, message: expect.stringMatching(reason) });
    await expect(read(bytes)).rejects.toThrowError(/^a\.pdf [^\n]+\.$/u);
  });

  it('refuses more pages, or more time, than the limits allow', async () => {
    await expect(read(chinese, { maxPages: 1 })).rejects.toMatchObject({ code: 'document-too-many-pages' });
    await expect(read(chinese, { maxSeconds: 0 })).rejects.toMatchObject({ code: 'document-too-slow' });
  });

  it('throws nothing but DocumentError for cut and flipped bytes, and ends', async () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.nat(), flips, async (cut, changes) => {
        const bytes = Uint8Array.from(cut % 3 === 0 ? chinese.subarray(0, cut % chinese.length) : chinese);
        for (const [place, byte] of changes) if (bytes.length > 0) bytes[place % bytes.length] = byte;
        const outcome = await read(bytes, { maxSeconds: 5 }).catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(DocumentError);
      }),
      { numRuns: 60 },
    );
  });
});
