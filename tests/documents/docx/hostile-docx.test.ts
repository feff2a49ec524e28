import { Document, Footer, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { DocumentError } from '../../../src/errors.ts';
import { docx, level, list, numbered, paragraph, part, read } from './word-markup.ts';
import { zipParts } from './zip-parts.ts';

const codeOf = async (bytes: Uint8Array, limits = {}): Promise<string> => {
  const outcome = await read(bytes, limits).catch((error: unknown) => error);
  if (!(outcome instanceof Error)) return 'read';
  expect(outcome).toBeInstanceOf(DocumentError);
  return outcome instanceof DocumentError ? outcome.code : '';
};
const document = (xml: string | Uint8Array): Buffer => zipParts({ 'word/document.xml': xml });
const body = (content: string): Buffer => document(part('document', `<w:body>${content}</w:body>`));

describe('a damaged document', () => {
  const whole = part('document', `<w:body>${paragraph('甲')}${paragraph('乙')}</w:body>`);

  it.each([
    ['is cut within the XML', document(whole.slice(0, -40))],
    ['closes elements in the wrong order', body('<w:p><w:r><w:t>甲</w:r></w:t></w:p>')],
    ['holds bytes that are no UTF-8', document(Buffer.from(whole.replace('甲', '\u00ff'), 'latin1'))],
    ['has broken styles', zipParts({ 'word/document.xml': whole, 'word/styles.xml': '<w:styles><w:style>' })],
  ])('%s', async (_what, bytes) => {
    expect(await codeOf(bytes)).toBe('document-damaged');
  });

  it('has a checksum that differs, though it unpacks', async () => {
    const bytes = document(whole);
    const checksum = bytes.lastIndexOf('PK\u0001\u0002') + 16;
    bytes.writeUInt32LE((bytes.readUInt32LE(checksum) ^ 1) >>> 0, checksum);
    expect(await codeOf(bytes)).toBe('document-damaged');
  });

  it('says that it is encrypted', async () => {
    const bytes = document(whole);
    bytes.writeUInt16LE(1, bytes.lastIndexOf('PK\u0001\u0002') + 8);
    expect(await codeOf(bytes)).toBe('document-encrypted');
  });
});

describe('an attack', () => {
  it.each([
    ['elements without end', body('<w:p/>'.repeat(3_100_000)), 'document-too-large'],
    [
      'elements without end, over all parts',
      docx('<w:p/>'.repeat(1_600_000), { styles: '<w:p/>'.repeat(1_600_000) }),
      'document-too-large',
    ],
    ['elements within each other', document('<w:p>'.repeat(100_000)), 'document-too-nested'],
    [
      'attributes without end',
      body(`<w:p ${Array.from({ length: 5_000 }, (_, index) => `a${index}=""`).join(' ')}/>`),
      'document-damaged',
    ],
    ['a run of blanks', body(paragraph(`甲${' '.repeat(300_000)}乙`)), 'read'],
  ])('by %s', async (_what, bytes, code) => {
    const start = performance.now();
    expect(await codeOf(bytes)).toBe(code);
    expect(performance.now() - start).toBeLessThan(30_000);
  });

  it('by a label longer than the text', async () => {
    const numbering = list(level(0, 'decimal', 'x'.repeat(100_000)));
    const bytes = docx(numbered('', 0).repeat(20_000), { numbering });
    expect(await codeOf(bytes, { maxUnpackedBytes: 4_000_000 })).toBe('document-too-large');
  });

  it('by lists that name a list style which is not there', async () => {
    const numbering = Array.from(
      { length: 30_000 },
      (_, id) =>
        `<w:abstractNum w:abstractNumId="${id}"><w:numStyleLink w:val="S"/></w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`,
    ).join('');
    const start = performance.now();
    expect(await codeOf(docx(paragraph('甲'), { numbering }))).toBe('read');
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});

describe('a document of another program', () => {
  let bytes: Buffer;
  beforeAll(async () => {
    const row = (...cells: string[]): TableRow =>
      new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) });
    const article = (text: string): Paragraph =>
      new Paragraph({ text, numbering: { reference: 'articles', level: 0 } });
    const articles = { level: 0, format: 'chineseCountingThousand', text: '第%1条', start: 9 } as const;
    bytes = await Packer.toBuffer(
      new Document({
        numbering: { config: [{ reference: 'articles', levels: [articles] }] },
        sections: [
          {
            footers: { default: new Footer({ children: [new Paragraph('页脚')] }) },
            children: [
              new Paragraph({ text: '总则', heading: HeadingLevel.HEADING_1 }),
              ...[article('甲'), article('乙'), article('丙')],
              new Table({ rows: [row('任务', '单位'), row('子', '丑')] }),
              new Paragraph({ children: [new TextRun('正文'), new TextRun({ text: '隐', vanish: true })] }),
            ],
          },
        ],
      }),
    );
  });

  it('is read', async () => {
    const { text, layout } = await read(bytes);
    expect(text).toBe('总则\n第九条　甲\n第十条　乙\n第十一条　丙\n任务 | 单位\n子 | 丑\n正文\n');
    expect(layout).toEqual({ pages: [], headings: [{ span: { start: 0, end: 2 }, level: 1 }], noise: [] });
  });

  it('throws nothing but DocumentError, cut or flipped anywhere', async () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.option(fc.nat()), flips, async (cut, changes) => {
        const damaged = Uint8Array.from(cut === null ? bytes : bytes.subarray(0, cut % bytes.length));
        for (const [place, byte] of changes) if (damaged.length > 0) damaged[place % damaged.length] = byte;
        await codeOf(damaged);
      }),
      { numRuns: 150 },
    );
  });

  it('throws nothing but DocumentError where the XML itself is altered', async () => {
    const numbering = part('numbering', list(level(0, 'decimal', '%1.'), level(1, 'decimal', '%1.%2')));
    const xml = part('document', `<w:body>${numbered('甲', 0)}${numbered('乙', 1)}</w:body>`);
    const tokens = [
      '<',
      '>',
      '/>',
      '"',
      '&',
      '&#x110000;',
      '<w:p>',
      '</w:p>',
      '<w:tbl>',
      '<w:sdt/>',
      '-1',
      '1e9',
      '',
    ];
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 9 }), fc.constantFrom(...tokens)), {
      maxLength: 5,
    });
    const alter = (whole: string, changes: ReadonlyArray<[number, number, string]>): string =>
      changes.reduce((text, [at, length, token]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + token + text.slice(place + length);
      }, whole);
    await fc.assert(
      fc.asyncProperty(edits, edits, async (inDocument, inNumbering) => {
        await codeOf(
          zipParts({
            'word/document.xml': alter(xml, inDocument),
            'word/numbering.xml': alter(numbering, inNumbering),
          }),
        );
      }),
      { numRuns: 300 },
    );
  });
});
