import { childOf, elementsOf, isOn, type XmlElement } from './parse-xml.ts';
import { chosenOf } from './unwrapped.ts';

/** What a paragraph says: its text, the text of text boxes in it, and the notes that it refers to, in order. */
export type ParagraphText = { text: string; boxes: XmlElement[]; notes: string[] };

/** Deleted and moved-away text, field codes and comments. */
const unread = new Set([
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'w:delText',
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:sdtEndPr',
  // The reading that is printed above a character.
  'w:rt',
]);

/** Reads the text of a paragraph, or of any element within one. */
export function paragraphText(paragraph: XmlElement): ParagraphText {
  const read: ParagraphText = { text: '', boxes: [], notes: [] };
  readChildren(paragraph, read);
  return read;
}

function readChildren(element: XmlElement, read: ParagraphText): void {
  for (const child of elementsOf(element)) readElement(child, read);
}

function readElement(element: XmlElement, read: ParagraphText): void {
  const { name, attributes } = element;
  if (unread.has(name) || (name === 'w:r' && isOn(childOf(element, 'w:rPr'), 'w:vanish'))) return;
  // m:t is the text of a formula.
  if (name === 'w:t' || name === 'm:t') read.text += textWithin(element);
  else if (name === 'mc:AlternateContent') readChildren(chosenOf(element), read);
  else if (name === 'w:tab' || name === 'w:ptab') read.text += '\t';
  else if (name === 'w:br' || name === 'w:cr') read.text += attributes['w:type'] === 'page' ? '' : '\n';
  else if (name === 'w:noBreakHyphen') read.text += '-';
  else if (name === 'w:txbxContent') read.boxes.push(element);
  else if (name === 'w:footnoteReference') read.notes.push(`footnote ${attributes['w:id'] ?? ''}`);
  else if (name === 'w:endnoteReference') read.notes.push(`endnote ${attributes['w:id'] ?? ''}`);
  else readChildren(element, read);
}

/** A line end of the XML is no line end of the document. */
function textWithin(element: XmlElement): string {
  return element.children
    .filter((child) => typeof child === 'string')
    .join('')
    .replace(/[\r\n]+/gu, ' ');
}
