import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DocumentError } from '../../../src/errors.ts';
import { docx, level, list, numbered, paragraph, part, read, run, textOf } from './word-markup.ts';
import { zipParts } from './zip-parts.ts';

describe('automatic numbers', () => {
  it('are printed as Word prints them, inner levels anew under each outer one', async () => {
    const numbering = list(level(0, 'chineseCounting', '第%1章'), level(1, 'decimal', '%1.%2', '<w:isLgl/>'));
    const body = [0, 1, 1, 0, 1].map((place, index) => numbered(`甲${index}`, place)).join('');
    expect(await textOf(body, { numbering })).toBe('第一章　甲0\n1.1 甲1\n1.2 甲2\n第二章　甲3\n2.1 甲4\n');
  });

  it('run on where a level says that it does not restart', async () => {
    const numbering = list(
      level(0, 'chineseCounting', '第%1章'),
      level(1, 'chineseCounting', '第%2条', '<w:lvlRestart w:val="0"/>'),
    );
    const body = [0, 1, 1, 0, 1].map((place) => numbered('甲', place)).join('');
    expect((await textOf(body, { numbering })).split('\n').map((line) => line.slice(0, 3))).toEqual([
      ...['第一章', '第一条', '第二条', '第二章', '第三条', ''],
    ]);
  });

  it.each([
    ['decimalFullWidth', '１ 甲'],
    ['upperRoman', 'I 甲'],
    ['lowerLetter', 'a 甲'],
    ['decimalEnclosedCircle', '① 甲'],
    ['ideographDigital', '一　甲'],
    ['japaneseCounting', '一　甲'],
    ['koreanDigital', '일 甲'],
    ['ganada', '가 甲'],
    ['iroha', 'イ 甲'],
    ['bullet', '• 甲'],
    ['none', '甲'],
  ])('in %s', async (format, line) => {
    expect(await textOf(numbered('甲', 0), { numbering: list(level(0, format, '%1')) })).toBe(`${line}\n`);
  });

  it('start where an override says', async () => {
    const numbering = `${list(level(0, 'decimal', '%1.'))}<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>`;
    const body = numbered('甲', 0) + numbered('乙', 0, 2) + numbered('丙', 0, 2);
    expect(await textOf(body, { numbering })).toBe('1. 甲\n7. 乙\n8. 丙\n');
  });

  it('come from a style and what it is based on, and numId 0 takes them away', async () => {
    const numbering = list(level(0, 'decimal', '%1.', '<w:pStyle w:val="Base"/>'));
    const styles =
      '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Child"><w:name w:val="Child"/><w:basedOn w:val="Base"/></w:style>';
    const body =
      paragraph('甲', '<w:pStyle w:val="Child"/>') +
      paragraph('乙', '<w:pStyle w:val="Child"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    expect(await textOf(body, { numbering, styles })).toBe('1. 甲\n乙\n');
  });
});

describe('the text', () => {
  it('keeps what was inserted and leaves out what was deleted, hidden or is a field code', async () => {
    const body = paragraph(
      `<w:ins>${run('甲')}</w:ins><w:del><w:r><w:delText>乙</w:delText></w:r></w:del>${run('丙', '<w:vanish/>')}<w:r><w:instrText>PAGE</w:instrText></w:r>${run('丁')}<w:hyperlink>${run('戊')}</w:hyperlink>`,
    );
    expect(await textOf(body)).toBe('甲丁戊\n');
  });

  it('draws tables, with tables in cells', async () => {
    const cell = (content: string): string => `<w:tc>${content}</w:tc>`;
    const inner = `<w:tbl><w:tr>${cell(paragraph('子'))}${cell(paragraph('丑'))}</w:tr></w:tbl>`;
    const body = `<w:tbl><w:tr>${cell(paragraph('任务'))}${cell(paragraph('单位') + paragraph('部门'))}</w:tr><w:tr>${cell(inner)}${cell('')}</w:tr></w:tbl>`;
    expect(await textOf(body)).toBe('任务 | 单位 部门\n子 | 丑 |\n');
  });

  it('marks headings by style and outline level, and a table of contents as noise', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 2"/></w:style><w:style w:type="paragraph" w:styleId="a2"><w:name w:val="toc 1"/></w:style>';
    const body =
      paragraph('总则1', '<w:pStyle w:val="a2"/>') +
      paragraph('总则', '<w:pStyle w:val="a1"/>') +
      paragraph('分则', '<w:outlineLvl w:val="0"/>');
    const { text, layout } = await read(docx(body, { styles }));
    const shown = layout.headings.map(({ span, level: depth }) => [depth, text.slice(span.start, span.end)]);
    expect(shown).toEqual([
      [2, '总则'],
      [1, '分则'],
    ]);
    expect(layout.noise).toEqual([{ span: { start: 0, end: 3 }, reason: 'contents' }]);
  });

  it('reads text boxes once, behind their paragraph, and footnotes at the end', async () => {
    const box = `<w:txbxContent>${paragraph('框')}</w:txbxContent>`;
    const drawn = `<mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent>`;
    const body =
      paragraph(`${run('甲')}<w:r>${drawn}<w:footnoteReference w:id="2"/></w:r>`) + paragraph('乙');
    const footnotes = `<w:footnote w:id="0"><w:p/></w:footnote><w:footnote w:id="2">${paragraph('注')}</w:footnote>`;
    expect(await textOf(body, { footnotes })).toBe('甲\n框\n乙\n[1] 注\n');
  });

  it('expands no entity of its own', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${part('document', `<w:body>${paragraph('甲&b;&lt;')}</w:body>`)}`;
    expect((await read(zipParts({ 'word/document.xml': bomb }))).text).toBe('甲&b;<\n');
  });
});

describe('what cannot be read', () => {
  const whole = docx(paragraph('甲'.repeat(200)));
  it.each<[string, Uint8Array, string]>([
    ['no archive', Buffer.from('第一条'), 'document-not-docx'],
    ['an archive of something else', zipParts({ 'a.txt': '甲' }), 'document-not-docx'],
    ['a password, or an old .doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'document-encrypted'],
    ['a cut archive', whole.subarray(0, whole.length - 30), 'document-damaged'],
    ['XML without a body', zipParts({ 'word/document.xml': '<w:document>' }), 'document-damaged'],
    ['nothing', new Uint8Array(), 'document-not-docx'],
  ])('%s: one sentence that names the file and the remedy', async (_what, bytes, code) => {
    await expect(read(bytes)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/^a\.docx [^\n]+: [^\n]+\.$/u),
    });
  });

  it('a bomb: what is unpacked is counted, whatever the archive states', async () => {
    const bomb = zipParts({ 'word/document.xml': Buffer.alloc(8 * 1024 * 1024, 0x20) });
    await expect(read(bomb, { maxUnpackedBytes: 1024 * 1024 })).rejects.toMatchObject({
      code: 'document-too-large',
    });
    const liar = zipParts({ 'word/document.xml': Buffer.alloc(8 * 1024 * 1024, 0x20) }, 100);
    await expect(read(liar, { maxUnpackedBytes: 1024 * 1024 })).rejects.toThrowError(DocumentError);
  });

  it('takes no longer than it may', async () => {
    await expect(read(whole, { maxSeconds: 0 })).rejects.toMatchObject({ code: 'document-too-slow' });
  });

  it('throws nothing but DocumentError for cut and flipped bytes', async () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(fc.nat(), flips, async (cut, changes) => {
        const bytes = Uint8Array.from(cut % 3 === 0 ? whole.subarray(0, cut % whole.length) : whole);
        for (const [place, byte] of changes) if (bytes.length > 0) bytes[place % bytes.length] = byte;
        const outcome = await read(bytes).catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(DocumentError);
      }),
      { numRuns: 150 },
    );
  });
});

describe('what Word counts and shows', () => {
  const style = (id: string, more: string, basedOn = ''): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${basedOn === '' ? '' : `<w:basedOn w:val="${basedOn}"/>`}<w:pPr>${more}</w:pPr></w:style>`;
  const styled = (text: string, id: string): string => paragraph(text, `<w:pStyle w:val="${id}"/>`);

  it('takes the list from a style and the level from the one that is based on it', async () => {
    const styles =
      style('A', '<w:numPr><w:numId w:val="1"/></w:numPr>') +
      style('B', '<w:numPr><w:ilvl w:val="1"/></w:numPr>', 'A') +
      style('C', '', 'B');
    const numbering = list(level(0, 'chineseCounting', '第%1章'), level(1, 'chineseCounting', '第%2条'));
    const body = styled('甲', 'A') + styled('乙', 'B') + styled('丙', 'C') + styled('丁', 'B');
    expect(await textOf(body, { styles, numbering })).toBe(
      '第一章　甲\n第一条　乙\n第二条　丙\n第三条　丁\n',
    );
  });

  it('finds the levels of a list that only names a list style', async () => {
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="S"/></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:styleLink w:val="S"/>${level(0, 'decimal', '第%1条')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    expect(await textOf(numbered('甲', 0), { numbering })).toBe('第1条　甲\n');
  });

  it('counts an empty paragraph, and none whose end was deleted: it joins the next', async () => {
    const numbering = list(level(0, 'decimal', '%1.'));
    const deleted = paragraph('乙', '<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>');
    const body = numbered('甲', 0) + numbered('', 0) + deleted + numbered('丙', 0);
    expect(await textOf(body, { numbering })).toBe('1. 甲\n2.\n3. 乙丙\n');
  });

  it.each([
    ['koreanCounting', 10, '십'],
    ['koreanCounting', 121, '백이십일'],
    ['japaneseCounting', 101, '百一'],
    ['chineseCountingThousand', 101, '一百零一'],
    ['upperLetter', 28, 'BB'],
  ])('prints %s %i as %s', async (format, number, printed) => {
    const numbering = list(level(0, format, '%1.')).replace('w:start w:val="1"', `w:start w:val="${number}"`);
    expect(await textOf(numbered('x', 0), { numbering })).toBe(`${printed}. x\n`);
  });

  it('reads the base of a ruby and the text of a formula', async () => {
    const ruby = `<w:r><w:ruby><w:rt>${run('ほう')}</w:rt><w:rubyBase>${run('法')}</w:rubyBase></w:ruby></w:r>`;
    expect(await textOf(paragraph(`${ruby}<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>`))).toBe('法x+1\n');
  });

  it('leaves the paragraphs of a frame lines', async () => {
    const table = `<w:tbl><w:tr><w:tc>${paragraph('第一条 甲')}${paragraph('第二条 乙')}</w:tc></w:tr></w:tbl>`;
    expect(await textOf(table)).toBe('第一条 甲\n第二条 乙\n');
  });
});
