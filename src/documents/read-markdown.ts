import type { Definition, List, Nodes, Parents, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { decodeText } from './decode-text.ts';
import { endOfFrontMatter } from './front-matter.ts';
import { createLineWriter, type LineWriter } from './line-writer.ts';
import { markdownDepth } from './markdown-depth.ts';
import { type ReadFormat, startDeadline } from './reading-limits.ts';
import { tooNested } from './too-nested.ts';

/** Four blanks in front of a paragraph are an indentation in offices, not code. */
const withoutIndentedCode = { disable: { null: ['codeIndented'] } };

/** Lists and quotations within each other: more than any document has. */
const mostLevels = 100;

/**
 * Reads Markdown (CommonMark with tables): the syntax is taken away, the labels of lists stay as they are printed,
 * headings are marked. Front matter is no part of the text.
 */
export const readMarkdown: ReadFormat = (bytes, source, limits) => {
  const checkTime = startDeadline(source, limits);
  const markdown = decodeText(bytes, source.name);
  const body = markdown.slice(endOfFrontMatter(markdown));
  // The parser cannot be stopped, and a list of 800 levels keeps it for minutes.
  if (markdownDepth(body) > mostLevels) throw tooNested(source);
  const tree = fromMarkdown(body, {
    extensions: [gfmTable(), withoutIndentedCode],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  const writer = createLineWriter();
  for (const node of tree.children) {
    checkTime();
    writeBlock(node, '', writer, body);
  }
  return writer.finish();
};

/** @param label stands in front of the block's first line. */
function writeBlock(node: RootContent, label: string, writer: LineWriter, source: string): void {
  if (node.type === 'heading') writer.line(label + inlineText(node), { heading: node.depth });
  else if (node.type === 'paragraph') writer.line(label + inlineText(node));
  else if (node.type === 'code') writer.line(label + node.value);
  else if (node.type === 'html') writeUnlessEmpty(label + withoutTags(node.value), writer);
  else if (node.type === 'blockquote') writeItem(node.children, label, writer, source);
  else if (node.type === 'list') writeList(node, writer, source);
  else if (node.type === 'definition') writeFootnote(node, writer, source);
  else if (node.type === 'table') {
    for (const row of node.children) writer.line(row.children.map(inlineText).join(' | '));
  }
}

/** `[^1]: 注` reads as the definition of a link, and is a footnote: its text would be lost. */
function writeFootnote({ label, position }: Definition, writer: LineWriter, source: string): void {
  if (label?.startsWith('^') !== true) return;
  const whole = source.slice(position?.start.offset, position?.end.offset);
  writer.line(whole.replace(/^\s*\[\^[^\]]*\]:\s*/u, ''));
}

function writeUnlessEmpty(line: string, writer: LineWriter): void {
  if (line.trim() !== '') writer.line(line);
}

/** Numbers stay as they are typed, with their gaps; only a list that goes 1. 1. 1. is meant to be counted. */
function writeList(list: List, writer: LineWriter, source: string): void {
  const marks = list.children.map(({ position }) =>
    source.slice(position?.start.offset, position?.end.offset),
  );
  const typed = marks.map((mark) => /^\d+[.)]/u.exec(mark)?.[0] ?? '');
  const isCounted = typed.length > 1 && new Set(typed).size === 1;
  list.children.forEach((item, index) => {
    const mark = marks[index] ?? '';
    const own = typed[index] ?? '';
    const number = isCounted ? `${(list.start ?? 1) + index}${own.slice(-1)}` : own;
    const label = list.ordered === true ? number : mark.startsWith('-') ? '-' : '•';
    writeItem(item.children, `${label} `, writer, source);
  });
}

function writeItem(
  children: readonly RootContent[],
  label: string,
  writer: LineWriter,
  source: string,
): void {
  if (children.length === 0) writer.line(label);
  children.forEach((child, index) => {
    writeBlock(child, index === 0 ? label : '', writer, source);
  });
}

function inlineText(node: Parents): string {
  return node.children.map(textOf).join('');
}

function textOf(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'break':
      return '\n';
    case 'image':
      return node.alt ?? '';
    case 'html':
      return withoutTags(node.value);
    case 'linkReference':
      return node.label?.startsWith('^') === true ? '' : inlineText(node);
    default:
      return 'children' in node ? inlineText(node) : '';
  }
}

function withoutTags(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/gu, '')
    .replace(/<br\s*\/?>/giu, '\n')
    .replace(/<[^<>]*>/gu, '');
}
