import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { decodeText } from './decode-text.ts';
import { createLineWriter, type LineWriter } from './line-writer.ts';
import { listLabel } from './list-label.ts';
import { type ReadFormat, startDeadline } from './reading-limits.ts';
import type { NoiseReason } from './source-document.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const unread = new Set(
  'head script style noscript template iframe object svg math select option textarea button input canvas video audio'.split(
    ' ',
  ),
);
const navigation = new Set(['nav', 'header', 'footer', 'aside', 'menu']);
const blocks = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul caption'.split(
    ' ',
  ),
);
const heading = /^h([1-6])$/u;
/** The line that says where in a site a page stands. */
const breadcrumb =
  /^(?:(?:您|你)?(?:的)?(?:当前|當前|现在|現在|所在)(?:的)?位置\s*[：:]|首[页頁]\s*[>＞»›]).{0,200}$/u;

/** The encoding that a page names in its first bytes (HTML Standard, "prescan a byte stream"). */
const declaredCharset = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/iu;
const prescanBytes = 2_048;

/** The state of one walk over a page: the line that is being written, and the deadline. */
type Walk = {
  writer: LineWriter;
  line: string;
  label: string;
  noise: NoiseReason | null;
  checkTime: () => void;
};

/**
 * Reads a web page: blocks are lines, rows of tables are lines with ' | ' between the cells, lists have their labels
 * as a browser prints them, headings are marked; what is hidden is left out and what is navigation is marked.
 */
export const readHtml: ReadFormat = (bytes, source, limits) => {
  const head = Buffer.from(bytes.subarray(0, prescanBytes)).toString('latin1');
  const page = decodeText(bytes, source.name, declaredCharset.exec(head)?.[1] ?? '');
  const walk: Walk = {
    writer: createLineWriter(),
    line: '',
    label: '',
    noise: null,
    checkTime: startDeadline(source, limits),
  };
  for (const node of parse(page).childNodes) readNode(node, walk);
  endLine(walk);
  return walk.writer.finish();
};

function readNode(node: Node, walk: Walk): void {
  if (node.nodeName === '#text' && 'value' in node) {
    walk.line += node.value.replace(/[ \t\n\r\f]+/gu, ' ');
    return;
  }
  if (!('tagName' in node) || isHidden(node)) return;
  walk.checkTime();
  const { tagName } = node;
  const level = heading.exec(tagName)?.[1];
  if (tagName === 'br') endLine(walk);
  else if (tagName === 'tr') readRow(node, walk);
  else if (tagName === 'ol' || tagName === 'ul') readList(node, walk);
  else if (tagName === 'pre') readPreformatted(node, walk);
  else if (level !== undefined) readHeading(node, Number(level), walk);
  else if (blocks.has(tagName)) readBlock(node, walk);
  else readChildren(node, walk);
}

function readBlock(node: Element, walk: Walk): void {
  endLine(walk);
  const outer = walk.noise;
  if (navigation.has(node.tagName) || isLinkList(node)) walk.noise = 'navigation';
  readChildren(node, walk);
  endLine(walk);
  walk.noise = outer;
}

function readHeading(node: Element, level: number, walk: Walk): void {
  endLine(walk);
  const text = textOf(node);
  if (walk.noise === null) walk.writer.line(text, { heading: level });
  else walk.writer.line(text, { noise: walk.noise });
}

function readList(list: Element, walk: Walk): void {
  endLine(walk);
  const start = Number.parseInt(attribute(list, 'start') ?? '', 10);
  let number = Number.isSafeInteger(start) ? start : 1;
  // A list that shows no marks has its labels in its text, or none.
  const isBare = /list-style(?:-type)?\s*:[^;]*none/iu.test(attribute(list, 'style') ?? '');
  const outer = walk.noise;
  if (isLinkList(list)) walk.noise = 'navigation';
  for (const item of list.childNodes) {
    if (!('tagName' in item) || item.tagName !== 'li') {
      readNode(item, walk);
      continue;
    }
    const value = Number.parseInt(attribute(item, 'value') ?? '', 10);
    number = Number.isSafeInteger(value) ? value : number;
    walk.label = isBare
      ? ''
      : list.tagName === 'ul'
        ? '• '
        : listLabel(number, attribute(list, 'type') ?? '1');
    number += 1;
    readChildren(item, walk);
    endLine(walk);
    walk.label = '';
  }
  walk.noise = outer;
}

function readRow(row: Element, walk: Walk): void {
  endLine(walk);
  const cells = row.childNodes.filter((cell) => cell.nodeName === 'td' || cell.nodeName === 'th');
  const [only, second] = cells;
  // A row of one cell is a frame around blocks: they stay lines, for their labels.
  if (only !== undefined && second === undefined && 'tagName' in only) readBlock(only, walk);
  else walk.writer.line(cells.map((cell) => textOf(cell)).join(' | '), { noise: walk.noise });
}

function readPreformatted(node: Element, walk: Walk): void {
  endLine(walk);
  for (const line of textOf(node, false).split('\n')) walk.writer.line(line, { noise: walk.noise });
}

function readChildren(node: Element, walk: Walk): void {
  for (const child of node.childNodes) readNode(child, walk);
}

function endLine(walk: Walk): void {
  const text = walk.line.trim();
  walk.line = '';
  if (text === '') return;
  walk.writer.line(walk.label + text, { noise: breadcrumb.test(text) ? 'navigation' : walk.noise });
  walk.label = '';
}

/** All text of a node on one line. */
function textOf(node: Node, isFolded = true): string {
  const pieces: string[] = [];
  const gather = (one: Node): void => {
    if (one.nodeName === '#text' && 'value' in one) pieces.push(one.value);
    if (!('tagName' in one) || isHidden(one)) return;
    if (one.tagName === 'br' || blocks.has(one.tagName)) pieces.push(isFolded ? ' ' : '\n');
    for (const child of one.childNodes) gather(child);
  };
  gather(node);
  const text = pieces.join('');
  return isFolded ? text.replace(/[ \t\n\r\f]+/gu, ' ').trim() : text;
}

function isHidden(node: Element): boolean {
  if (unread.has(node.tagName) || attribute(node, 'hidden') !== null) return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(attribute(node, 'style') ?? '');
}

/** At least four links and hardly any text beside them. */
function isLinkList(node: Element): boolean {
  if (!['div', 'section', 'ul', 'ol'].includes(node.tagName)) return false;
  let links = 0;
  let linked = 0;
  const count = (one: Node): void => {
    if (!('tagName' in one)) return;
    if (one.tagName === 'a') {
      links += 1;
      linked += textOf(one).length;
    } else for (const child of one.childNodes) count(child);
  };
  count(node);
  return links >= 4 && linked >= 0.8 * textOf(node).replace(/[\s|·>»]/gu, '').length;
}

function attribute(node: Element, name: string): string | null {
  return node.attrs.find((one) => one.name === name)?.value ?? null;
}
