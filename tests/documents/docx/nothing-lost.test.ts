import { describe, expect, it } from 'vitest';
import { paragraph, read, run, textOf } from './word-markup.ts';
import { zipParts } from './zip-parts.ts';

const control = (content: string): string =>
  `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
const cell = (content: string): string => `<w:tc>${content}</w:tc>`;
const row = (...cells: string[]): string => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
const deletedEnd = '<w:rPr><w:del/></w:rPr>';

describe('nothing is lost or doubled', () => {
  it.each([
    [
      'a row in a content control',
      `<w:tbl>${control(row(paragraph('甲'), paragraph('乙')))}</w:tbl>`,
      '甲 | 乙\n',
    ],
    [
      'a cell in a content control',
      `<w:tbl><w:tr>${cell(paragraph('甲'))}${control(cell(paragraph('乙')))}</w:tr></w:tbl>`,
      '甲 | 乙\n',
    ],
    [
      'a deleted row',
      `<w:tbl><w:tr><w:trPr><w:del/></w:trPr>${cell(paragraph(''))}${cell(paragraph(''))}</w:tr>${row(paragraph('甲'), paragraph('乙'))}</w:tbl>`,
      '甲 | 乙\n',
    ],
    [
      'a cell whose last end is deleted',
      `<w:tbl>${row(paragraph('甲', deletedEnd), paragraph('乙'))}</w:tbl>`,
      '甲 | 乙\n',
    ],
    [
      'a deleted end before a table',
      `${paragraph('甲', deletedEnd)}<w:tbl>${row(paragraph('乙'), paragraph('丙'))}</w:tbl>${paragraph('丁')}`,
      '甲\n乙 | 丙\n丁\n',
    ],
    ['a line end of the XML', paragraph('甲\n乙'), '甲 乙\n'],
    ['a switch that is off', paragraph(run('甲', '<w:vanish w:val="off"/>')), '甲\n'],
    [
      'moved text',
      paragraph(`<w:moveFrom>${run('甲')}</w:moveFrom><w:moveTo>${run('乙')}</w:moveTo>`),
      '乙\n',
    ],
    [
      'breaks, tabs and hyphens',
      paragraph(
        '<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:cr/><w:t>e</w:t></w:r>',
      ),
      'a\nb\tc-d\ne\n',
    ],
    [
      'tables within tables, a hundred deep',
      `${'<w:tbl><w:tr><w:tc>'.repeat(100)}${paragraph('甲')}${'</w:tc></w:tr></w:tbl>'.repeat(100)}`,
      '甲\n',
    ],
  ])('%s', async (_what, body, text) => {
    expect(await textOf(body)).toBe(text);
  });

  it('reads one of several alternatives, and the fallback where there is no other', async () => {
    const alternatives = (...parts: string[]): string =>
      paragraph(`<mc:AlternateContent>${parts.join('')}</mc:AlternateContent>`);
    const choices = ['甲', '乙'].map((text) => `<mc:Choice>${run(text)}</mc:Choice>`);
    expect(await textOf(alternatives(...choices))).toBe('甲\n');
    expect(await textOf(alternatives(`<mc:Fallback>${run('丙')}</mc:Fallback>`))).toBe('丙\n');
  });

  it('reads all of a note, endnotes as well, and a note that is named twice once', async () => {
    const reference = (kind: string): string => `<w:r><w:${kind}Reference w:id="1"/></w:r>`;
    const body = paragraph(run('甲') + reference('footnote') + reference('endnote') + reference('footnote'));
    const footnotes = `<w:footnote w:id="1">${control(paragraph('注'))}<w:tbl>${row(paragraph('子'), paragraph('丑'))}</w:tbl></w:footnote>`;
    const endnotes = `<w:endnote w:id="0">${paragraph('—')}</w:endnote><w:endnote w:id="1">${paragraph('尾')}</w:endnote>`;
    expect(await textOf(body, { footnotes, endnotes })).toBe('甲\n[1] 注 子 | 丑\n[2] 尾\n');
  });

  it('reads text across the pieces in which the XML is parsed', async () => {
    const text = '甲&amp;𠮷'.repeat(2_000);
    const read = await textOf(paragraph(text).repeat(150));
    expect(read).toBe(`${'甲&𠮷'.repeat(2_000)}\n`.repeat(150));
  });

  it('reads XML in UTF-16', async () => {
    const xml = `\uFEFF<w:document><w:body>${paragraph('甲')}</w:body></w:document>`;
    expect((await read(zipParts({ 'word/document.xml': Buffer.from(xml, 'utf16le') }))).text).toBe('甲\n');
  });
});
