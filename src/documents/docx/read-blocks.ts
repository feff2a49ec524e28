import { createLineWriter, type LineWriter } from '../line-writer.ts';
import { Failure } from './failure.ts';
import { type ParagraphText, paragraphText } from './paragraph-text.ts';
import { childOf, isOn, wordValue, type XmlElement } from './parse-xml.ts';
import type { Numbering } from './read-numbering.ts';
import { bodyText, numberingOf, outlineLevelOf, type ParagraphStyle } from './read-styles.ts';
import { unwrapped, unwrappedNamed } from './unwrapped.ts';
import { withoutLongBlanks } from './without-long-blanks.ts';

/** The state of one walk over a document. */
export type Walk = {
  writer: LineWriter;
  styleOf: (id: string) => ParagraphStyle;
  numbering: Numbering;
  /** The notes that are referred to, in order. */
  notes: string[];
  /** Text of paragraphs whose end was deleted: it belongs to the next one. */
  carried: string;
  isContents: boolean;
  /** How many characters may still be written; labels repeat, so that text may be longer than what was unpacked. */
  room: { characters: number };
  checkTime: () => void;
};

/** Reads what stands by itself: a body, a cell, a text box or a note. @throws Failure `too-large`. */
export function readStory(story: XmlElement, walk: Walk): void {
  const outer = walk.carried;
  walk.carried = '';
  readBlocks(story, walk);
  flushCarried(walk);
  walk.carried = outer;
}

/** A story on one line, with its numbers; tables within it, too. */
export function storyOnOneLine(story: XmlElement, walk: Walk): string {
  const inner: Walk = { ...walk, writer: createLineWriter() };
  readStory(story, inner);
  walk.checkTime();
  return inner.writer
    .finish()
    .text.trim()
    .replace(/\s*\n\s*/gu, ' ');
}

/** Writes a line as long as there is room. */
export function writeLine(walk: Walk, content: string, mark: Parameters<LineWriter['line']>[1] = {}): void {
  walk.room.characters -= content.length;
  if (walk.room.characters < 0) throw new Failure('too-large', 'the text is longer than the limit');
  walk.writer.line(withoutLongBlanks(content), mark);
}

function flushCarried(walk: Walk): void {
  if (walk.carried !== '') writeLine(walk, walk.carried);
  walk.carried = '';
}

function readBlocks(parent: XmlElement, walk: Walk): void {
  for (const block of unwrapped(parent)) {
    walk.checkTime();
    if (block.name === 'w:p') readParagraph(block, walk);
    else if (block.name === 'w:tbl') readTable(block, walk);
    else if (block.name === 'w:sdt') readContentControl(block, walk);
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
  const isSilent = text.trim() === '' && isOn(mark, 'w:vanish');
  const counted = isSilent ? '' : labelFor(properties, styleId, style, walk.numbering);
  const label = text.trim() === '' && counted === '• ' ? '' : counted;
  const level = style.isTitle ? 0 : (outlineLevelOf(properties) ?? style.outlineLevel ?? bodyText);
  const isContents = walk.isContents || style.isContents;
  writeLine(walk, label + text, {
    ...(level < bodyText && text.trim() !== '' && !isContents ? { heading: level + 1 } : {}),
    noise: isContents ? 'contents' : null,
  });
  readBehind(read, walk);
}

/** Text boxes follow their paragraph; notes are kept for the end. */
function readBehind({ boxes, notes }: ParagraphText, walk: Walk): void {
  walk.notes.push(...notes);
  for (const box of boxes) readStory(box, walk);
}

/** The numbering of the paragraph itself, or else that of its style; numId 0 takes it away. */
function labelFor(
  properties: XmlElement | null,
  styleId: string,
  style: ParagraphStyle,
  numbering: Numbering,
): string {
  const reference = numberingOf(properties, style.numbering, styleId);
  if (reference === null || reference.id === '0') return '';
  const level = reference.level ?? numbering.levelOfStyle(reference.id, reference.style) ?? 0;
  return numbering.next(reference.id, level);
}

function readTable(table: XmlElement, walk: Walk): void {
  flushCarried(walk);
  for (const row of unwrappedNamed(table, 'w:tr')) {
    walk.checkTime();
    if (childOf(childOf(row, 'w:trPr'), 'w:del') !== null) continue;
    const cells = [...unwrappedNamed(row, 'w:tc')];
    const [only, second] = cells;
    // A row of one cell is a frame around paragraphs: they stay lines, for their labels.
    if (only !== undefined && second === undefined) readStory(only, walk);
    else writeLine(walk, cells.map((cell) => storyOnOneLine(cell, walk)).join(' | '));
  }
}
