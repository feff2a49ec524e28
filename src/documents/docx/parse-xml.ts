import { Parser } from 'htmlparser2';

/** An element of an XML part; `name` and the names of attributes keep their prefix (w:p). */
export type XmlElement = {
  name: string;
  attributes: Record<string, string>;
  children: Array<XmlElement | string>;
};

/** Deeper than any document is; beyond it elements are passed over. */
const mostDepth = 256;

/** Parses one part of a .docx into its root element; null where there is none. No entity is expanded but XML's five. */
export function parseXml(xml: string): XmlElement | null {
  const document: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [document];
  let skipped = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (open.length > mostDepth) {
          skipped += 1;
          return;
        }
        const element = { name, attributes, children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext: (text) => {
        if (skipped === 0) open.at(-1)?.children.push(text);
      },
      onclosetag: () => {
        if (skipped > 0) skipped -= 1;
        else if (open.length > 1) open.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return elementsOf(document)[0] ?? null;
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
