import { Document, HeadingLevel, LevelFormat, Packer, Paragraph } from 'docx';
import iconv from 'iconv-lite';
import { writeChinesePdf } from './pdf/write-chinese-pdf.ts';

/** One paragraph of the document: with the label that is printed, and how a format marks it. */
type Line = { label: string; text: string; level?: 'title' | 'chapter' | 'article' | 'item' };

/** A short regulation, written for this test: chapters, articles with items, a sentence too long for a line. */
const lines: readonly Line[] = [
  { label: '', text: '某市集中供暖管理办法', level: 'title' },
  { label: '第一章', text: '总则', level: 'chapter' },
  {
    label: '第一条',
    text: '为了规范集中供暖活动，维护用户和供热单位的合法权益，制定本办法。',
    level: 'article',
  },
  { label: '第二条', text: '本市行政区域内的集中供暖活动适用本办法。', level: 'article' },
  { label: '第二章', text: '供暖管理', level: 'chapter' },
  {
    label: '第三条',
    text: '供暖期为每年十一月十五日至次年三月十五日，市人民政府可以根据气象情况提前供暖或者延长供暖期，并应当提前五日向社会公布。',
    level: 'article',
  },
  { label: '第四条', text: '供热单位应当遵守下列规定：', level: 'article' },
  { label: '（一）', text: '保证用户卧室和起居室的温度不低于十八摄氏度；', level: 'item' },
  { label: '（二）', text: '公布收费标准和投诉电话；', level: 'item' },
  { label: '（三）', text: '在供暖期开始前检查设施。', level: 'item' },
  { label: '第五条', text: '违反本办法第四条规定的，由市住房和城乡建设局责令改正。', level: 'article' },
];

const labelled = ({ label, text }: Line): string => (label === '' ? text : `${label}　${text}`);
const plain = lines.map(labelled);

/** The same document in every format, by file name. */
export async function sameDocument(): Promise<Record<string, Uint8Array>> {
  const text = `${plain.join('\n')}\n`;
  return {
    'plain.txt': Buffer.from(text),
    'crlf.txt': Buffer.from(text.replaceAll('\n', '\r\n')),
    'gb18030.txt': iconv.encode(text, 'gb18030'),
    'utf16.txt': iconv.encode(text, 'utf-16le', { addBOM: true }),
    'page.html': Buffer.from(html()),
    'notes.md': Buffer.from(markdown()),
    'typed.docx': await docx(lines.map((line) => new Paragraph({ text: labelled(line), ...styleOf(line) }))),
    'numbered.docx': await docx(lines.map(numberedParagraph)),
    'print.pdf': writeChinesePdf(pages()),
  };
}

function html(): string {
  const tags = { title: 'h1', chapter: 'h2', article: 'p', item: 'p' };
  const body = lines.map((line) => {
    const tag = tags[line.level ?? 'article'];
    return `<${tag}>${labelled(line)}</${tag}>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>x</title><body>${body.join('\n')}`;
}

function markdown(): string {
  const marks = { title: '# ', chapter: '## ', article: '', item: '' };
  return `${lines.map((line) => marks[line.level ?? 'article'] + labelled(line)).join('\n\n')}\n`;
}

function styleOf({ level }: Line): { heading?: (typeof HeadingLevel)[keyof typeof HeadingLevel] } {
  if (level === 'title') return { heading: HeadingLevel.TITLE };
  return level === 'chapter' ? { heading: HeadingLevel.HEADING_1 } : {};
}

/** Word numbers the paragraphs itself: the text holds no label. */
function numberedParagraph(line: Line): Paragraph {
  const places = {
    title: null,
    chapter: { reference: 'chapters', level: 0 },
    article: { reference: 'articles', level: 0 },
    item: { reference: 'articles', level: 1 },
  };
  const place = places[line.level ?? 'article'];
  const numbering = place === null ? {} : { numbering: place };
  return new Paragraph({ text: line.text, ...numbering, ...styleOf(line) });
}

async function docx(children: Paragraph[]): Promise<Uint8Array> {
  const format = LevelFormat.CHINESE_COUNTING;
  const document = new Document({
    numbering: {
      config: [
        { reference: 'chapters', levels: [{ level: 0, format, text: '第%1章' }] },
        {
          reference: 'articles',
          levels: [
            { level: 0, format, text: '第%1条' },
            { level: 1, format, text: '（%2）' },
          ],
        },
      ],
    },
    sections: [{ children }],
  });
  return Packer.toBuffer(document);
}

/** Lines of 24 characters on pages of 8 lines, with a page number at the foot of each. */
function pages(): string[][] {
  const wrapped = plain.flatMap((line) => line.match(/.{1,24}/gu) ?? []);
  const count = Math.ceil(wrapped.length / 8);
  return Array.from({ length: count }, (_, page) => [
    ...wrapped.slice(page * 8, page * 8 + 8),
    `- ${page + 1} -`,
  ]);
}
