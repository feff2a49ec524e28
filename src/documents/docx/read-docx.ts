import { DocumentError } from '../../errors.ts';
import { createLineWriter, type LineWriter } from '../line-writer.ts';
import { type ReadFormat, startDeadline } from '../reading-limits.ts';
import { type ParagraphText, paragraphText } from './paragraph-text.ts';
import { childOf, elementsOf, parseXml, wordValue, type XmlElement } from './parse-xml.ts';
import { type Numbering, readNumbering } from './read-numbering.ts';
import { numberingOf, outlineLevelOf, type ParagraphStyle, readStyles } from './read-styles.ts';
import { unpack } from './unpack.ts';

const parts = new Set(
  ['document', 'numbering', 'styles', 'footnotes', 'endnotes'].map((name) => `word/${name}.xml`),
);

/** The state of one walk over a document. */
type Walk = {
  writer: LineWriter;
  styleOf: (id: string) => ParagraphStyle;
  numbering: Numbering;
  notes: string[];
  /** Text of paragraphs whose end was deleted: it belongs to the next one. */
  carried: string;
  isContents: boolean;
  checkTime: () => void;
};

/**
 * Reads a Word document (ECMA-376): a paragraph a line with its automatic number in front as Word prints it, headings
 * marked, rows of tables as lines with ' | ' between the cells, footnotes at the end; what was deleted or is hidden, and
 * headers and footers, are left out.
 */
export const readDocx: ReadFormat = async (bytes, source, limits) => {
  const checkTime = startDeadline(source, limits);
  const unpacked = await unpack(bytes, parts, source, limits);
  const body = childOf(parseXml(unpacked.get('word/document.xml') ?? ''), 'w:body');
  if (body === null) {
    throw new DocumentError(
      'document-damaged',
      source.path,
      `${source.name} is cut or damaged: get it again from where it came from and ingest again.`,
    );
  }
  const walk: Walk = {
    writer: createLineWriter(),
    styleOf: readStyles(unpacked.get('word/styles.xml')),
    numbering: readNumbering(unpacked.get('word/numbering.xml')),
    notes: [],
    carried: '',
    isContents: false,
    checkTime,
  };
  readBlocks(body, walk);
  if (walk.carried !== '') walk.writer.line(walk.carried);
  writeNotes(walk, unpacked);
  return walk.writer.finish();
};

function readBlocks(parent: XmlElement, walk: Walk): void {
  for (const block of elementsOf(parent)) {
    walk.checkTime();
    if (block.name === 'w:p') readParagraph(block, walk);
    else if (block.name === 'w:tbl') readTable(block, walk);
    else if (block.name === 'w:sdt') readContentControl(block, walk);
    else if (['w:ins', 'w:moveTo', 'w:customXml', 'w:smartTag', 'w:sdtContent'].includes(block.name))
      readBlocks(block, walk);
  }
}

/** A table of contents is a control of its own gallery. */
function readContentControl(control: XmlElement, walk: Walk): void {
  const gallery = wordValue(childOf(childOf(control, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery');
  const outer = walk.isContents;
  walk.isContents = outer || gallery === 'Table of Contents';
  const content = childOf(control, 'w:sdtContent');
  if (content !== null) readBlocks(content, walk);
  walk.isContents = outer;
}

function readParagraph(paragraph: XmlElement, walk: Walk): void {
  const properties = childOf(paragraph, 'w:pPr');
  const styleId = wordValue(properties, 'w:pStyle') ?? '';
  const style = walk.styleOf(styleId);
  const read = paragraphText(paragraph);
  const mark = childOf(properties, 'w:rPr');
  if (childOf(mark, 'w:del') !== null || childOf(mark, 'w:moveFrom') !== null) {
    walk.carried += read.text;
    readBehind(read, walk);
    return;
  }
  const text = walk.carried + read.text;
  walk.carried = '';
  // An empty paragraph of a list takes a number, too; a hidden one does not.
  const isSilent = text.trim() === '' && childOf(mark, 'w:vanish') !== null;
  const counted = isSilent ? '' : labelFor(properties, styleId, style, walk.numbering);
  const label = text.trim() === '' && counted === '• ' ? '' : counted;
  const level = style.isTitle ? 0 : (outlineLevelOf(properties) ?? style.outlineLevel);
  const isContents = walk.isContents || style.isContents;
  walk.writer.line(label + text, {
    ...(level !== null && text.trim() !== '' && !isContents ? { heading: level + 1 } : {}),
    noise: isContents ? 'contents' : null,
  });
  readBehind(read, walk);
}

/** Text boxes follow their paragraph; notes are kept for the end. */
function readBehind({ boxes, notes }: ParagraphText, walk: Walk): void {
  walk.notes.push(...notes);
  for (const box of boxes) readBlocks(box, walk);
}

/** The numbering of the paragraph itself, or else that of its style; numId 0 takes it away. */
function labelFor(
  properties: XmlElement | null,
  styleId: string,
  style: ParagraphStyle,
  numbering: Numbering,
): string {
  const reference = numberingOf(properties, style.numbering);
  if (reference === null || reference.id === '0') return '';
  const level = reference.level ?? numbering.levelOfStyle(reference.id, styleId) ?? 0;
  return numbering.next(reference.id, level);
}

function readTable(table: XmlElement, walk: Walk): void {
  for (const row of elementsOf(table).filter(({ name }) => name === 'w:tr')) {
    walk.checkTime();
    const cells = elementsOf(row).filter(({ name }) => name === 'w:tc');
    const [only, second] = cells;
    // A row of one cell is a frame around paragraphs: they stay lines, for their labels.
    if (only !== undefined && second === undefined) readBlocks(only, walk);
    else walk.writer.line(cells.map((cell) => cellText(cell, walk)).join(' | '));
  }
}

/** All paragraphs of a cell on one line, with their numbers; those of a table within it, too. */
function cellText(cell: XmlElement, walk: Walk): string {
  const inner: Walk = { ...walk, writer: createLineWriter(), carried: '' };
  readBlocks(cell, inner);
  return inner.writer
    .finish()
    .text.trim()
    .replace(/\s*\n\s*/gu, ' ');
}

function writeNotes(walk: Walk, unpacked: ReadonlyMap<string, string>): void {
  const written = new Map<string, string>();
  for (const kind of ['footnote', 'endnote']) {
    const root = parseXml(unpacked.get(`word/${kind}s.xml`) ?? '');
    for (const note of root === null ? [] : elementsOf(root)) {
      const text = elementsOf(note)
        .filter(({ name }) => name === 'w:p')
        .map((paragraph) => paragraphText(paragraph).text.trim())
        .join(' ');
      written.set(`${kind} ${note.attributes['w:id'] ?? ''}`, text);
    }
  }
  walk.notes.forEach((note, index) => {
    const text = written.get(note) ?? '';
    if (text.trim() !== '') walk.writer.line(`[${index + 1}] ${text}`);
  });
}
