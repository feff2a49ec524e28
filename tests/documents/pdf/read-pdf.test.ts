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
      { numRuns: 30 },
    );
  });
});

describe('lines that are as wide as their column', () => {
  const full = '供暖期为每年十一月十五日至次年三月十五日，由市人民政府予以';

  it.each([
    ['第五条供热单位的职责和用户的权利义务以及主管部门的监督管理'],
    ['（二）保证用户卧室和起居室的温度不低于规定的温度并按时检查'],
    ['二、加强对供暖工作的组织领导并建立健全有关部门的协调机制等'],
    ['2.公布收费标准与投诉电话并在供暖期开始之前检查供热管网设施'],
  ])('are not joined to the label %s, on the page or on the next', async (label) => {
    const onPage = await read(writeChinesePdf([[full, label, '- 1 -']]));
    expect(onPage.text).toContain(`${full}\n${label}`);
    const onNext = await read(
      writeChinesePdf([
        [full, full, '- 1 -'],
        [label, full, '- 2 -'],
      ]),
    );
    expect(onNext.text).toContain(`\n${label}`);
  });

  it('are joined to a reference that the line breaks before', async () => {
    const { text } = await read(writeChinesePdf([[full, '第三条规定公布。', '- 1 -']]));
    expect(text).toContain(`${full}第三条规定公布。`);
  });

  it('are not joined in a table of contents', async () => {
    const entries = ['第一章总则', '第二章管理'].map((entry, index) => entry.padEnd(28, '…') + (index + 1));
    const { text } = await read(writeChinesePdf([['目录', ...entries, '- 1 -']]));
    expect(text).toMatch(/总则\D+1\n第二章管理\D+2\n/u);
  });
});

describe('pieces of a line', () => {
  it('are joined where they are raised, and taken once where they are printed twice', async () => {
    const bytes = await writePdf((page) => {
      page.fontSize(12).text('The heated area of 100 m', 72, 100, { lineBreak: false });
      page.fontSize(7).text('2', 207, 100, { lineBreak: false });
      page.fontSize(12).text('A bold heading', 72, 140, { lineBreak: false });
      page.text('A bold heading', 72.3, 140, { lineBreak: false });
      page.text('A line that is wider than the two above sets the width.', 72, 180, { lineBreak: false });
    });
    expect((await read(bytes)).text).toMatch(/^The heated area of 100 m ?2\nA bold heading\nA line/u);
  });
});
