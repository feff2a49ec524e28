import { childOf, elementsOf, parseXml, wordValue, type XmlElement } from './parse-xml.ts';

/** A reference to a numbering: w:numPr of a paragraph or a style. A level may be inherited (null). */
export type NumberingReference = { id: string; level: number | null };

/** What a paragraph style says, with all that it is based on. */
export type ParagraphStyle = {
  /** 0 is the outermost heading; null for text. */
  outlineLevel: number | null;
  numbering: NumberingReference | null;
  isTitle: boolean;
  isContents: boolean;
};

const headingName = /^(?:heading|标题|標題|見出し|제목|Überschrift|Titre|Título)\s*([1-9])$/iu;
const titleName = /^(?:title|标题|標題|表題|제목)$/iu;
const contentsName = /^(?:toc|目录|目錄|목차)\s*\d?/iu;
const noStyle: ParagraphStyle = { outlineLevel: null, numbering: null, isTitle: false, isContents: false };

/** The most styles on a chain of w:basedOn; a chain that is a ring ends there. */
const mostAncestors = 20;

/** Reads word/styles.xml. @returns the style of an id; an unknown id is plain text. '' is the default paragraph style. */
export function readStyles(xml: string | undefined): (id: string) => ParagraphStyle {
  const root = xml === undefined ? null : parseXml(xml);
  const elements = new Map<string, XmlElement>();
  for (const style of root === null ? [] : elementsOf(root)) {
    if (style.name !== 'w:style') continue;
    const id = style.attributes['w:styleId'] ?? '';
    elements.set(id, style);
    if (style.attributes['w:type'] === 'paragraph' && style.attributes['w:default'] === '1')
      elements.set('', style);
  }
  const resolve = (id: string, depth: number): ParagraphStyle => {
    const style = elements.get(id);
    if (style === undefined || depth > mostAncestors) return noStyle;
    const parent = wordValue(style, 'w:basedOn');
    return merge(style, parent === null ? noStyle : resolve(parent, depth + 1));
  };
  return (id) => resolve(id, 0);
}

function merge(style: XmlElement, base: ParagraphStyle): ParagraphStyle {
  const name = wordValue(style, 'w:name') ?? style.attributes['w:styleId'] ?? '';
  const properties = childOf(style, 'w:pPr');
  const named = headingName.exec(name)?.[1];
  const outline = outlineLevelOf(properties) ?? (named === undefined ? null : Number(named) - 1);
  return {
    outlineLevel: outline ?? base.outlineLevel,
    numbering: numberingOf(properties, base.numbering),
    isTitle: titleName.test(name) || base.isTitle,
    isContents: contentsName.test(name) || base.isContents,
  };
}

/** The outline level that properties of a paragraph state; 9 is body text. */
export function outlineLevelOf(properties: XmlElement | null): number | null {
  const level = Number(wordValue(properties, 'w:outlineLvl') ?? Number.NaN);
  return level >= 0 && level < 9 ? level : null;
}

/**
 * The numbering that properties of a paragraph state; what they leave out is inherited. A heading 2 that is based
 * on heading 1 states its level only, and counts in the list of heading 1.
 */
export function numberingOf(
  properties: XmlElement | null,
  inherited: NumberingReference | null,
): NumberingReference | null {
  const reference = childOf(properties, 'w:numPr');
  const own = wordValue(reference, 'w:numId');
  const level = wordValue(reference, 'w:ilvl');
  const id = own ?? inherited?.id ?? null;
  if (id === null) return null;
  if (level !== null) return { id, level: Number(level) };
  return { id, level: own === null ? (inherited?.level ?? null) : null };
}
