import { Parser } from 'htmlparser2';
import { Failure } from './failure.ts';

/** An element of an XML part; names keep their prefix (w:p). Of the attributes only those are kept that are read. */
export type XmlElement = {
  name: string;
  attributes: Record<string, string>;
  /** Text is kept within w:t and m:t only: elsewhere it is the indentation of the XML. */
  children: Array<XmlElement | string>;
};

/** Deeper than any document is: tables within tables take three levels each. */
const mostDepth = 1_000;

/** A page with every word tracked has about a thousand; so many take about a gigabyte of memory. */
const mostNodes = 3_000_000;

/** What all parts of one file share: how many nodes they may still have, and what watches the time. */
export type ParseBudget = { nodes: number; checkTime: () => void };

/** The budget of one file. */
export function createParseBudget(checkTime: () => void): ParseBudget {
  return { nodes: mostNodes, checkTime };
}

/** Between pieces of this many characters the time is checked. */
const pieceLength = 1 << 20;

const textual = new Set(['w:t', 'm:t']);

/** More than any element has. */
const mostAttributes = 1_000;

/** The attributes that are read at all; Word writes several others to every run and paragraph. */
const kept: ReadonlySet<string> = new Set(
  ['val', 'id', 'type', 'default', 'styleId', 'numId', 'abstractNumId', 'ilvl', 'format'].map(
    (name) => `w:${name}`,
  ),
);
const noAttributes: Record<string, string> = Object.freeze({});

/**
 * Parses one part of a .docx into its root element; null where there is none. No entity is expanded but XML's five.
 * @throws Failure `damaged` where an element is not closed, `too-nested`, `too-large`; what `budget.checkTime` throws.
 */
export function parseXml(xml: string, budget: ParseBudget): XmlElement | null {
  const document: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [document];
  let attributesOfTag = 0;
  let endOfOpenTag = -1;
  const add = (node: XmlElement | string): void => {
    budget.nodes -= 1;
    if (budget.nodes < 0) throw new Failure('too-large', `more than ${mostNodes} nodes`);
    open.at(-1)?.children.push(node);
  };
  const parser = new Parser(
    {
      onattribute: () => {
        attributesOfTag += 1;
        if (attributesOfTag > mostAttributes) throw new Failure('damaged', 'an element full of attributes');
      },
      onopentag: (name, attributes) => {
        attributesOfTag = 0;
        if (open.length > mostDepth) throw new Failure('too-nested', `more than ${mostDepth} levels`);
        endOfOpenTag = parser.endIndex;
        const element = { name, attributes: keptOf(attributes), children: [] };
        add(element);
        open.push(element);
      },
      ontext: (text) => {
        if (textual.has(open.at(-1)?.name ?? '')) add(text);
      },
      onclosetag: (name, isImplied) => {
        // The close of <w:p/> is implied as well, but stands where the tag ends.
        const isSelfClosing = isImplied && parser.endIndex === endOfOpenTag;
        if (isImplied && !isSelfClosing) throw new Failure('damaged', `<${name}> is not closed`);
        open.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  for (let start = 0; start < xml.length; start += pieceLength) {
    budget.checkTime();
    parser.write(xml.slice(start, start + pieceLength));
  }
  parser.end();
  return elementsOf(document)[0] ?? null;
}

function keptOf(attributes: Record<string, string>): Record<string, string> {
  const found = Object.entries(attributes).filter(([name]) => kept.has(name));
  return found.length === 0 ? noAttributes : Object.fromEntries(found);
}

/** The elements among the children. */
export function elementsOf(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string');
}

/** The first child with that name. */
export function childOf(element: XmlElement | null | undefined, name: string): XmlElement | null {
  if (element === null || element === undefined) return null;
  return elementsOf(element).find((child) => child.name === name) ?? null;
}

/** The w:val of the first child with that name. */
export function wordValue(element: XmlElement | null | undefined, name: string): string | null {
  return childOf(element, name)?.attributes['w:val'] ?? null;
}

/** Whether a switch such as w:vanish is there and not turned off (ECMA-376, 17.17.4, ST_OnOff). */
export function isOn(element: XmlElement | null | undefined, name: string): boolean {
  const found = childOf(element, name);
  return found !== null && !['0', 'false', 'off'].includes(found.attributes['w:val'] ?? '');
}
