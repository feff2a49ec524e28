import { type DefaultTreeAdapterTypes, parse, defaultTreeAdapter as tree } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

/** A page as a browser reads it. */
export function readPage(html: string): { elements: Element[]; all(name: string): Element[] } {
  const elements = elementsIn(parse(html));
  return { elements, all: (name) => elements.filter(({ tagName }) => tagName === name) };
}

/** The elements beneath a node, in the order of the page. */
export function elementsIn(node: Node): Element[] {
  const below = 'childNodes' in node ? node.childNodes.flatMap(elementsIn) : [];
  return tree.isElementNode(node) ? [node, ...below] : below;
}

/** All text beneath a node, with nothing added or left out. */
export function textIn(node: Node): string {
  if (tree.isTextNode(node)) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textIn).join('') : '';
}

/** An attribute's value; an empty string when there is none. */
export function attributeOf(element: Element, name: string): string {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? '';
}
