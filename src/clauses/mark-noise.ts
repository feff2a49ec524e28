import { linesOf } from '../documents/lines-of.ts';
import type { Noise, NoiseReason, Span } from '../documents/source-document.ts';
import { findContents } from './find-contents.ts';

/** Navigation of a scraped page stands in its first lines, what was around the text in its first and last. */
const headLines = 12;
const tailLines = 14;

/** A repeated line is a page's header or footer from this many times on, and only when it is this short. */
const leastRepetitions = 3;
const mostHeaderCharacters = 40;

const pageNumber =
  /^(?:[-—–－─·•]{1,2}\s*\d{1,4}\s*[-—–－─·•]{1,2}|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4}|(?:Page|Seite|página)\s+\d{1,4}(?:\s+(?:of|von|de|sur)\s+\d{1,4})?)$/iu;
const breadcrumb =
  /(?:当前|您(?:的|现在的?)?(?:所在)?)位置|^(?:首页|Home|Startseite|Accueil|Inicio|ホーム|홈)\s*[>＞»›/]/iu;
const pageFurniture =
  /^(?:【?(?:打印|关闭|返回顶部|收藏|分享到?)】?[\s|｜]*)+$|^(?:字[号体]|浏览(?:次数|量)|点击(?:数|量)|阅读(?:次数|量)|责任编辑|信息来源|来源|发布(?:时间|日期)|上一篇|下一篇|索引号|访问量)\s*[：:]/u;
const copiesTo = /^(?:抄送|抄报|分送|主送)\s*[：:]/u;
const printedBy = /\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*(?:印发|印)$/u;
const dateLine =
  /^(?:\d{4}|[二〇○Ｏ零一二三四五六七八九]{4})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日$/u;
const officeLine = /^[\p{Script=Han}、\s]{2,40}(?:人民政府|委员会|办公厅|办公室|部|厅|局|委|院|会)$/u;
const archiveNumber = /^(?:\d{5,8}|\d{4}\s*元\s*\d{1,3})$/u;

type Line = Span & { content: string };

/**
 * Marks the stretches that are no part of what a document says: what its format marks, navigation and furniture
 * of scraped pages, tables of contents, page numbers, repeated headers, archive numbers, signatures with their date,
 * and the imprint at the end (版记, GB/T 9704). @returns spans in the order of the text that do not overlap.
 */
export function markNoise(text: string, marked: readonly Noise[]): Noise[] {
  const lines = visibleLines(text);
  const found = [
    ...marked,
    ...findContents(lines).map((span) => noise(span, 'contents')),
    ...findHeadNoise(lines.slice(0, headLines)),
    ...findImprint(lines.slice(-tailLines)),
    ...findSignatures([...lines.slice(0, headLines), ...lines.slice(-tailLines)]),
    ...lines.filter(({ content }) => pageNumber.test(content)).map((line) => noise(line, 'page-number')),
    ...findRepeated(lines, text),
  ];
  return withoutOverlap(found);
}

function visibleLines(text: string): Line[] {
  return [...linesOf(text)]
    .map((line) => ({ ...line, content: text.slice(line.start, line.end).trim() }))
    .filter(({ content }) => content !== '');
}

/** Everything above a breadcrumb is the page's, and so are single lines of furniture and archive numbers. */
function findHeadNoise(lines: readonly Line[]): Noise[] {
  const crumb = lines.findLastIndex(({ content }) => breadcrumb.test(content));
  return lines
    .filter(
      ({ content }, index) => index <= crumb || pageFurniture.test(content) || archiveNumber.test(content),
    )
    .map((line) => noise(line, 'navigation'));
}

/** From 抄送 to the line with the day of printing; and the page's furniture below the text. */
function findImprint(lines: readonly Line[]): Noise[] {
  const first = lines.findIndex(({ content }) => copiesTo.test(content));
  const last = lines.findLastIndex(({ content }) => printedBy.test(content));
  return lines.flatMap((line, index) => {
    const isBetween = first >= 0 && index >= first && index <= Math.max(first, last);
    const isIssuer =
      index === last - 1 && line.content.length <= mostHeaderCharacters && !/[。；]$/u.test(line.content);
    if (isBetween || index === last || isIssuer) return [noise(line, 'imprint')];
    return pageFurniture.test(line.content) || archiveNumber.test(line.content)
      ? [noise(line, 'navigation')]
      : [];
  });
}

/** A line that is only a date, and the line before it that is only an office: who issued the document, and when. */
function findSignatures(lines: readonly Line[]): Noise[] {
  return lines.flatMap((line, index) => {
    const isDate = dateLine.test(line.content);
    const isOffice = officeLine.test(line.content) && dateLine.test(lines[index + 1]?.content ?? '');
    return isDate || isOffice ? [noise(line, 'signature')] : [];
  });
}

/** The same short line at the head or foot of pages, where form feeds show the pages of a plain text. */
function findRepeated(lines: readonly Line[], text: string): Noise[] {
  if (!text.includes('\f')) return [];
  const isAtEdge = (line: Line, index: number): boolean =>
    index === 0 ||
    text.slice(lines[index - 1]?.end ?? 0, line.start).includes('\f') ||
    text.slice(line.end, lines[index + 1]?.start ?? text.length).includes('\f');
  const edges = lines.filter(
    (line, index) => line.content.length <= mostHeaderCharacters && isAtEdge(line, index),
  );
  const counts = new Map<string, number>();
  const shape = ({ content }: Line): string => content.replace(/\d+/gu, '0');
  for (const line of edges) counts.set(shape(line), (counts.get(shape(line)) ?? 0) + 1);
  return edges
    .filter((line) => (counts.get(shape(line)) ?? 0) >= leastRepetitions)
    .map((line) => noise(line, 'page-header'));
}

function noise({ start, end }: Span, reason: NoiseReason): Noise {
  return { span: { start, end }, reason };
}

function withoutOverlap(found: readonly Noise[]): Noise[] {
  const kept: Noise[] = [];
  for (const one of found.toSorted((left, right) => left.span.start - right.span.start)) {
    if (one.span.start >= (kept.at(-1)?.span.end ?? 0) && one.span.end > one.span.start) kept.push(one);
  }
  return kept;
}
