import { describe, expect, it } from 'vitest';
import { docx, level, list, numbered, paragraph, read, textOf } from './word-markup.ts';

const style = (id: string, name: string, more = '', basedOn = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${basedOn === '' ? '' : `<w:basedOn w:val="${basedOn}"/>`}<w:pPr>${more}</w:pPr></w:style>`;
const styled = (text: string, id: string, more = ''): string =>
  paragraph(text, `<w:pStyle w:val="${id}"/>${more}`);
const levelsOf = async (body: string, styles?: string): Promise<number[]> =>
  (await read(docx(body, styles === undefined ? {} : { styles }))).layout.headings.map((mark) => mark.level);

describe('labels', () => {
  it('stand apart by what w:suff says', async () => {
    const label = (suffix: string): string =>
      list(level(0, 'chineseCounting', '第%1条', `<w:suff w:val="${suffix}"/>`));
    const lines = ['tab', 'space', 'nothing'].map((suffix) =>
      textOf(numbered('甲', 0), { numbering: label(suffix) }),
    );
    expect(await Promise.all(lines)).toEqual(['第一条　甲\n', '第一条 甲\n', '第一条甲\n']);
  });

  it('begin at the override again whenever an outer level advances', async () => {
    const override = '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride>';
    const numbering = list(level(0, 'decimal', '%1.'), level(1, 'decimal', '%1.%2.')).replace(
      '</w:num>',
      `${override}</w:num>`,
    );
    const body = [0, 1, 1, 0, 1].map((place) => numbered('甲', place)).join('');
    expect(await textOf(body, { numbering })).toBe('1. 甲\n1.5. 甲\n1.6. 甲\n2. 甲\n2.5. 甲\n');
  });

  it('take a level of their own where a list replaces it', async () => {
    const own = `<w:lvlOverride w:ilvl="0">${level(0, 'upperRoman', '%1)')}</w:lvlOverride>`;
    const numbering = `${list(level(0, 'decimal', '%1.'))}<w:num w:numId="2"><w:abstractNumId w:val="0"/>${own}</w:num>`;
    expect(await textOf(numbered('甲', 0) + numbered('乙', 0, 2), { numbering })).toBe('1. 甲\nII)　乙\n');
  });

  it('turn w:isLgl off where it says so', async () => {
    const numbering = list(
      level(0, 'upperRoman', '%1'),
      level(1, 'decimal', '%1.%2', '<w:isLgl w:val="false"/>'),
    );
    expect(await textOf(numbered('甲', 0) + numbered('乙', 1), { numbering })).toBe('I 甲\nI.1 乙\n');
  });

  it('count on the level that the list links to the style that names it, also for styles based on that', async () => {
    const numbering = list(
      level(0, 'decimal', '第%1章'),
      level(1, 'decimal', '第%2条', '<w:pStyle w:val="B"/>'),
    );
    const styles = style('B', 'B', '<w:numPr><w:numId w:val="1"/></w:numPr>') + style('C', 'C', '', 'B');
    expect(await textOf(styled('甲', 'B') + styled('乙', 'C'), { numbering, styles })).toBe(
      '第1条　甲\n第2条　乙\n',
    );
  });

  it.each([
    [
      'custom, of three digits',
      '<mc:AlternateContent><mc:Choice><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>',
      '1',
      '001 甲',
    ],
    ['enclosed, from 0', '<w:numFmt w:val="decimalEnclosedCircle"/>', '0', '0 甲'],
    ['enclosed in brackets', '<w:numFmt w:val="decimalEnclosedParen"/>', '3', '⑶ 甲'],
    ['a start that is no number', '<w:numFmt w:val="decimal"/>', 'x', '1 甲'],
    ['more letters than Word prints', '<w:numFmt w:val="lowerLetter"/>', '781', '781 甲'],
  ])('%s', async (_what, format, start, line) => {
    const numbering = list(
      `<w:lvl w:ilvl="0"><w:start w:val="${start}"/>${format}<w:lvlText w:val="%1"/></w:lvl>`,
    );
    expect(await textOf(numbered('甲', 0), { numbering })).toBe(`${line}\n`);
  });
});

describe('headings', () => {
  it('are told by the id of a style that has no name, or is not there', async () => {
    expect(await levelsOf(styled('甲', 'Heading2'))).toEqual([2]);
    expect(await levelsOf(styled('甲', 'Heading3'), style('Heading3', 'Kop 3'))).toEqual([3]);
  });

  it.each(['heading 2', '标题 2', '見出し 2', '제목 2'])(
    'are told by the name %s, through w:basedOn',
    async (name) => {
      const styles = style('a', name) + style('b', 'Mine', '', 'a');
      expect(await levelsOf(styled('甲', 'b'), styles)).toEqual([2]);
    },
  );

  it('are of level 1 in the style Title', async () => {
    expect(await levelsOf(styled('甲', 'a'), style('a', 'Title'))).toEqual([1]);
  });

  it('are none where the outline level is that of body text', async () => {
    const styles = style('a', 'heading 1') + style('b', 'Mine', '<w:outlineLvl w:val="9"/>', 'a');
    expect(
      await levelsOf(styled('甲', 'a', '<w:outlineLvl w:val="9"/>') + styled('乙', 'b'), styles),
    ).toEqual([]);
  });

  it('cover the line with its label', async () => {
    const numbering = list(level(0, 'chineseCounting', '第%1章'));
    const body = paragraph('甲', '<w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="1"/></w:numPr>');
    const { text, layout } = await read(docx(body, { numbering }));
    expect(layout.headings.map(({ span }) => text.slice(span.start, span.end))).toEqual(['第一章　甲']);
  });

  it('do not get lost in a ring of styles', async () => {
    expect(await levelsOf(styled('甲', 'a'), style('a', 'A', '', 'b') + style('b', 'B', '', 'a'))).toEqual(
      [],
    );
  });

  it('within a table of contents are noise', async () => {
    const control = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${styled('目录', 'Heading1')}</w:sdtContent></w:sdt>`;
    const { layout } = await read(docx(control + paragraph('甲')));
    expect(layout).toEqual({
      pages: [],
      headings: [],
      noise: [{ span: { start: 0, end: 2 }, reason: 'contents' }],
    });
  });
});
