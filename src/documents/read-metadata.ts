import { regionOfText } from './region-of-text.ts';
import type { DocumentMetadata } from './source-document.ts';

/** Metadata stands at the head of a document or in its last lines; nothing else is looked at. */
const headLines = 30;
const tailLines = 12;

/** The six bracket styles in which a document number prints its year. */
const documentNumber =
  /^[（(]?\s*([\p{Script=Han}]{1,12}[〔［[【（(]\s*\d{4}\s*[〕］\]】）)]\s*(?:第\s*)?\d+\s*号)\s*[)）]?$/u;

/** What a title of a policy document ends in (《党政机关公文处理工作条例》, article 8, and common practice). */
const titleEnding =
  /(?:意见|方案|计划|规划|办法|规定|条例|细则|决定|通知|通告|公告|决议|纲要|措施|章程|法|解释|批复|函|[)）》])$/u;

const firstLabel = /^[（(]?[一二三四五六七八九十]{1,3}[、）)]|^第.{1,4}[编章节条]/u;
const issuerBeforeAbout =
  /^([^《》]{2,40}?(?:人民政府(?:办公厅|办公室)?|委员会|部|厅|局|办公厅|办公室|委))\s*关于/u;
const letterhead = /^(.{2,40}?)文件$/u;
const signature = /^.{2,40}?(?:人民政府(?:办公厅|办公室)?|委员会|办公厅|办公室|部|厅|局)$/u;
const chineseDate = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/u;

/**
 * Reads what a document says of itself: title, number, issuer, date of issue, region. A value that the document
 * does not state is an empty string; nothing is taken from the references it makes to other documents, because
 * only whole lines count. @param fileName the title of last resort, without its ending.
 */
export function readMetadata(text: string, fileName: string): DocumentMetadata {
  const lines = text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const head = lines.slice(0, headLines);
  const edges = [...head, ...lines.slice(Math.max(headLines, lines.length - tailLines))];
  const statedTitle = findTitle(head);
  const region = regionOfText(text);
  return {
    title: statedTitle === '' ? fileName.replace(/\.[^.]+$/u, '') : statedTitle,
    number: firstMatch(edges, documentNumber),
    issuer: withRegion(findIssuer(head, edges), region),
    issuedOn: findDate(edges),
    region,
  };
}

/** The first line that reads like a title: before the text proper, without the punctuation of a sentence. */
function findTitle(head: readonly string[]): string {
  for (const line of head) {
    if (firstLabel.test(line)) break;
    if (line.length > 80 || /[。；;，,：:！!>]/u.test(line)) continue;
    if (titleEnding.test(line) && line.length >= 6 && !documentNumber.test(line)) return line;
  }
  return '';
}

function findIssuer(head: readonly string[], edges: readonly string[]): string {
  const stated = firstMatch(head, letterhead) || firstMatch(head, issuerBeforeAbout);
  return stated || (edges.find((line) => signature.test(line)) ?? '');
}

/** 省人民政府 names no province: the document's own is meant. */
function withRegion(issuer: string, region: string): string {
  return issuer.startsWith('省') && region !== '' ? `${region}${issuer}` : issuer;
}

/** A line that is a date, or ends in one as an imprint does (…日印发); a date inside a sentence is another's. */
function findDate(lines: readonly string[]): string {
  for (const line of lines) {
    const match = chineseDate.exec(line);
    if (match === null || line.length > 40 || /[，。]/u.test(line)) continue;
    const [, year, month, day] = match;
    return `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  }
  return '';
}

function firstMatch(lines: readonly string[], pattern: RegExp): string {
  for (const line of lines) {
    const found = pattern.exec(line)?.[1];
    if (found !== undefined) return found;
  }
  return '';
}
