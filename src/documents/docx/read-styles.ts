import { childOf, elementsOf, wordValue, type XmlElement } from './parse-xml.ts';

/**
 * A reference to a numbering: w:numPr of a paragraph or a style. Where no level is stated (null), it is that on which
 * the list numbers `style`, the style that names the list.
 */
export type NumberingReference = { id: string; level: number | null; style: string };

/** What a paragraph style says, with all that it is based on. */
export type ParagraphStyle = {
  /** 0 is the outermost heading, `bodyText` says that it is none; null where nothing is said. */
  outlineLevel: number | null;
  numbering: NumberingReference | null;
  isTitle: boolean;
  isContents: boolean;
};

const headingName = /^(?:heading|标题|標題|見出し|제목|Überschrift|Titre|Título)\s*([1-9])$/iu;
const titleName = /^(?:title|标题|標題|表題|제목)$/iu;
const contentsName = /^(?:toc(?![a-z])|tocheading$|目录|目錄|목차)/iu;
const noStyle: ParagraphStyle = { outlineLevel: null, numbering: null, isTitle: false, isContents: false };

/** w:outlineLvl of a paragraph that is no heading, whatever its style says. */
export const bodyText = 9;

/** The most styles on a chain of w:basedOn; a chain that is a ring ends there. */
const mostAncestors = 20;

/**
 * Reads the root of word/styles.xml. @returns the style of an id; of an id that is not there, what the id itself says
 * (Heading1). '' is the default paragraph style.
 */
export function readStyles(root: XmlElement | null): (id: string) => ParagraphStyle {
  const elements = new Map<string, XmlElement>();
  for (const style of root === null ? [] : elementsOf(root)) {
    if (style.name !== 'w:style') continue;
    const { 'w:styleId': id = '', 'w:type': type, 'w:default': isDefault = '0' } = style.attributes;
    elements.set(id, style);
    if (type === 'paragraph' && ['1', 'true', 'on'].includes(isDefault)) elements.set('', style);
  }
  const resolved = new Map<string, ParagraphStyle>();
  const resolve = (id: string, depth: number): ParagraphStyle => {
    const style = elements.get(id);
    if (depth > mostAncestors) return noStyle;
    const parent = wordValue(style, 'w:basedOn');
    return merge(id, style, parent === null ? noStyle : resolve(parent, depth + 1));
  };
  return (id) => {
    const style = resolved.get(id) ?? resolve(id, 0);
    resolved.set(id, style);
    return style;
  };
}

function merge(id: string, style: XmlElement | undefined, base: ParagraphStyle): ParagraphStyle {
  const names = [wordValue(style, 'w:name') ?? '', id];
  const properties = childOf(style, 'w:pPr');
  const named = names.map((name) => headingName.exec(name)?.[1]).find((level) => level !== undefined);
  const outline = outlineLevelOf(properties) ?? (named === undefined ? null : Number(named) - 1);
  return {
    outlineLevel: outline ?? base.outlineLevel,
    numbering: numberingOf(properties, base.numbering, id),
    isTitle: names.some((name) => titleName.test(name)) || base.isTitle,
    isContents: names.some((name) => contentsName.test(name)) || base.isContents,
  };
}

/** The outline level that properties of a paragraph state. */
export function outlineLevelOf(properties: XmlElement | null): number | null {
  const level = Number(wordValue(properties, 'w:outlineLvl') ?? Number.NaN);
  return level >= 0 && level <= bodyText ? level : null;
}

/**
 * The numbering that properties of a paragraph or of the style `style` state; what they leave out is inherited. A
 * heading 2 that is based on heading 1 states its level only, and counts in the list of heading 1.
 */
export function numberingOf(
  properties: XmlElement | null,
  inherited: NumberingReference | null,
  style: string,
): NumberingReference | null {
  const reference = childOf(properties, 'w:numPr');
  const own = wordValue(reference, 'w:numId');
  const level = wordValue(reference, 'w:ilvl');
  const id = own ?? inherited?.id ?? null;
  if (id === null) return null;
  if (level !== null) return { id, level: Number(level), style };
  return own === null ? inherited : { id, level: null, style };
}
