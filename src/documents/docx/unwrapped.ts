import { childOf, elementsOf, type XmlElement } from './parse-xml.ts';

/** What only groups or tracks its children: they are read as if it were not there. */
const wrappers = new Set(['w:ins', 'w:moveTo', 'w:customXml', 'w:smartTag', 'w:sdtContent']);

/** The elements among the children, with those of wrappers in their place. Content controls (w:sdt) stay whole. */
export function* unwrapped(parent: XmlElement): Generator<XmlElement> {
  for (const child of elementsOf(parent)) {
    if (child.name === 'mc:AlternateContent') yield* unwrapped(chosenOf(child));
    else if (wrappers.has(child.name)) yield* unwrapped(child);
    else yield child;
  }
}

/** The children of that name, also those within content controls: rows and cells are often filled in by a form. */
export function* unwrappedNamed(parent: XmlElement, name: string): Generator<XmlElement> {
  for (const child of unwrapped(parent)) {
    if (child.name === name) yield child;
    else if (child.name === 'w:sdt') yield* unwrappedNamed(childOf(child, 'w:sdtContent') ?? child, name);
  }
}

/** One alternative says the same as the others: the first that is no fallback. */
export function chosenOf(alternate: XmlElement): XmlElement {
  return childOf(alternate, 'mc:Choice') ?? childOf(alternate, 'mc:Fallback') ?? alternate;
}
