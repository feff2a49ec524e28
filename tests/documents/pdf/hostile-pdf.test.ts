import { once } from 'node:events';
import PDFDocument from 'pdfkit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readPdf } from '../../../src/documents/pdf/read-pdf.ts';
import { defaultReadingLimits, type ReadText } from '../../../src/documents/reading-limits.ts';
import { writeChinesePdf } from './write-chinese-pdf.ts';
import { showText, writeRawPdf } from './write-raw-pdf.ts';

const read = async (bytes: Uint8Array, limits = {}): Promise<ReadText> =>
  readPdf(bytes, { path: '/docs/a.pdf', name: 'a.pdf' }, { ...defaultReadingLimits, ...limits });

const sentence = 'Owners pay the fee within thirty days.';

describe('pages that are not as usual', () => {
  it.each([
    ['turned by 90 degrees', '/Rotate 90', '0 1 -1 0 300 100'],
    ['turned by 180 degrees', '/Rotate 180', '-1 0 0 -1 400 400'],
    ['cut to a box off the origin', '/CropBox [100 100 500 700]', '1 0 0 1 150 400'],
  ])('are read as they are shown: %s', async (_what, entries, matrix) => {
    expect((await read(writeRawPdf([showText(sentence, matrix)], entries))).text).toBe(`${sentence}\n`);
  });

  it('lose text that is shown turned', async () => {
    const page = [showText(sentence, '1 0 0 1 72 400'), showText('DRAFT', '0.7 0.7 -0.7 0.7 200 200')];
    expect((await read(writeRawPdf([page.join('\n')]))).text).toBe(`${sentence}\n`);
  });

  it('keep rows of figures at their edges as text', async () => {
    const page = (row: string): string =>
      [
        showText('Act of 2019, page 3', '1 0 0 1 72 800'),
        showText(row, '1 0 0 1 72 780'),
        showText(sentence, '1 0 0 1 72 400'),
      ].join('\n');
    const { text, layout } = await read(writeRawPdf(['a 12 340', 'a 77 120', 'a 15 980'].map(page)));
    expect(text).toContain('a 77 120');
    expect(layout.noise.map(({ reason }) => reason)).toEqual(['page-header', 'page-header', 'page-header']);
  });

  it('take a bare number at the edge for a page number only where it grows with the pages', async () => {
    const page = (number: number): string =>
      [showText(sentence, '1 0 0 1 72 400'), showText(String(number), '1 0 0 1 290 40')].join('\n');
    const numbered = await read(writeRawPdf([page(7), page(8)]));
    expect(numbered.layout.noise.map(({ reason }) => reason)).toEqual(['page-number', 'page-number']);
    const figures = await read(writeRawPdf([page(1949), page(120)]));
    expect(figures.text).toContain('1949');
    expect(figures.layout.noise).toEqual([]);
  });
});

describe('PDFs without text', () => {
  it('are those without pages', async () => {
    await expect(read(writeRawPdf([]))).rejects.toMatchObject({
      code: expect.stringMatching(/^document-(?:without-text|damaged)$/u),
    });
  });

  it('are scanned ones, however many stamps the scanner set', async () => {
    const pixel = 'q 400 0 0 600 90 90 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \u0080 EI Q';
    const pages = Array.from({ length: 60 }, (_, index) =>
      [pixel, showText(`S ${index}`, '1 0 0 1 72 40')].join('\n'),
    );
    await expect(read(writeRawPdf(pages))).rejects.toMatchObject({
      code: 'document-without-text',
      message: expect.stringContaining('on its 60 pages'),
    });
  });
});

describe('a hostile PDF', () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);
  beforeEach(() => {
    unhandled.length = 0;
    process.on('unhandledRejection', note);
  });
  afterEach(() => {
    process.off('unhandledRejection', note);
    vi.restoreAllMocks();
  });

  it('leaves no rejected promise behind where two of its pages are damaged, and prints nothing', async () => {
    const printed = (['log', 'info', 'warn', 'error'] as const).map((kind) => vi.spyOn(console, kind));
    const page = ['第一条　供暖期由市人民政府规定。', '第二条　供热单位应当公示收费标准。', '1'];
    const bytes = Buffer.from(writeChinesePdf([page, page]));
    const entries = bytes.indexOf('0000000000 65535 f');
    // The generations of both pages, objects 5 and 7; an entry is 20 bytes long.
    for (const object of [5, 7]) bytes.write('9', entries + object * 20 + 14);
    expect((await read(bytes)).text).toContain('供暖期由市人民政府规定。');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(unhandled).toEqual([]);
    for (const spy of printed) expect(spy).not.toHaveBeenCalled();
  });

  it('is given up in the middle of a page, when its time is over', async () => {
    const page = Array.from({ length: 400_000 }, (_, index) => showText('a', `1 0 0 1 72 ${index}`)).join(
      '\n',
    );
    const bytes = writeRawPdf([page]);
    const start = performance.now();
    await expect(read(bytes, { maxSeconds: 1 })).rejects.toMatchObject({ code: 'document-too-slow' });
    expect(performance.now() - start).toBeLessThan(8_000);
  });

  it.each([
    ['one line', (index: number) => `1 0 0 1 ${index * 40} 400`],
    ['a line each', (index: number) => `1 0 0 1 72 ${index / 5}`],
  ])('may hold very many pieces of text on %s', async (_what, place) => {
    const page = Array.from({ length: 130_000 }, (_, index) => showText('ab', place(index))).join('\n');
    const outcome = await read(writeRawPdf([page]), { maxSeconds: 20 }).catch((error: unknown) => error);
    if (outcome instanceof Error) expect(outcome).toMatchObject({ code: 'document-too-slow' });
  });
});

describe('readPdf', () => {
  it('does not touch the bytes', async () => {
    const bytes = writeChinesePdf([['第一条　供暖期由市人民政府规定。', '1']]);
    const before = Buffer.from(bytes).toString('hex');
    await read(bytes);
    expect(Buffer.from(bytes).toString('hex')).toBe(before);
  });

  it('keeps a Latin sentence whole over a page break', async () => {
    const pdf = new PDFDocument({ margin: 72, bufferPages: true });
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    const words = Array.from(
      { length: 1_100 },
      (_, index) =>
        `w${String.fromCharCode(97 + (index % 26), 97 + (Math.floor(index / 26) % 26), 97 + (index % 7))}`,
    );
    pdf.fontSize(12).text(`${words.join(' ')}.`);
    for (let index = 0; index < pdf.bufferedPageRange().count; index += 1) {
      pdf.switchToPage(index);
      pdf.page.margins.bottom = 0;
      pdf.text(`Page ${index + 1} of 3`, 280, 760, { lineBreak: false });
    }
    const ended = once(pdf, 'end');
    pdf.end();
    await ended;
    const { text, layout } = await read(Buffer.concat(chunks));
    expect(layout.pages.length).toBeGreaterThan(1);
    expect(text).toContain(`${words.join(' ')}.\nPage 1 of 3\nPage 2 of 3\n`);
    expect(new Set(layout.noise.map(({ reason }) => reason))).toEqual(new Set(['page-number']));
  });
});
