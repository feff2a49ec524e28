import { findTitle } from './find-title.ts';
import type { StatedMetadata } from './read-stated.ts';
import { readValidity } from './read-validity.ts';
import { regionOfText } from './region-of-text.ts';
import type { DocumentLayout, DocumentMetadata, GuessedField } from './source-document.ts';

/** Metadata stands at the head of a document or in its last lines; nothing else is looked at. */
const headLines = 30;
const tailLines = 12;

/** The six bracket styles in which a document number prints its year. */
const documentNumber =
  /^[（(]?\s*([\p{Script=Han}]{1,12}[〔［[【（(]\s*\d{4}\s*[〕］\]】）)]\s*(?:第\s*)?\d+\s*号)\s*[)）]?$/u;

const issuerBeforeAbout =
  /^([^《》]{2,40}?(?:人民政府(?:办公厅|办公室)?|委员会|部|厅|局|办公厅|办公室|委))\s*关于/u;
const letterhead = /^(.{2,40}?)文件$/u;
const signature = /^.{2,40}?(?:人民政府(?:办公厅|办公室)?|委员会|办公厅|办公室|部|厅|局)$/u;
const chineseDate = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/u;
/** The line of a web page that says where the text was taken from has a date of its own. */
const sourceLine = /^(?:来源|信息来源|发布时间|发布日期)\s*[：:]/u;

/** What a person states of a document, and what its format marks. */
export type MetadataSources = { stated: StatedMetadata; layout: Pick<DocumentLayout, 'headings'> };

/**
 * Reads what a document says of itself: title, number, issuer, dates, region, what it replaces. What a person
 * stated wins. A value that nobody states is an empty string; nothing is taken from the references that it makes
 * to other documents, because only whole lines count. `guessed` names what was inferred and not read.
 * @param fileName the title of last resort, without its ending.
 */
export function readMetadata(
  text: string,
  fileName: string,
  { stated, layout }: MetadataSources = { stated: {}, layout: { headings: [] } },
): DocumentMetadata {
  const lines = text
    .split(/\r\n|[\n\r\f]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const head = lines.slice(0, headLines);
  const edges = [...head, ...lines.slice(Math.max(headLines, lines.length - tailLines))];
  const title = findTitle(text, head, fileName, layout.headings);
  const region = stated.region ?? regionOfText(text);
  const date = findDate(edges);
  const issuedOn = stated.issuedOn ?? date.value;
  const validity = readValidity(text, issuedOn);
  const guesses: Array<[GuessedField, boolean]> = [
    ['title', stated.title === undefined && title.isGuessed],
    ['issuedOn', stated.issuedOn === undefined && date.isGuessed],
    ['region', stated.region === undefined && region !== ''],
  ];
  return {
    title: stated.title ?? title.value,
    number: stated.number ?? firstMatch(edges, documentNumber),
    issuer: stated.issuer ?? withRegion(findIssuer(head, edges), region),
    issuedOn,
    effectiveOn: stated.effectiveOn ?? validity.effectiveOn,
    region,
    supersedes: stated.supersedes ?? validity.supersedes,
    guessed: guesses.filter(([, isGuessed]) => isGuessed).map(([field]) => field),
  };
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
function findDate(lines: readonly string[]): { value: string; isGuessed: boolean } {
  for (const line of lines) {
    const match = chineseDate.exec(line);
    if (match === null || line.length > 40 || /[，。]/u.test(line)) continue;
    const [, year, month, day] = match;
    const value = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
    return { value, isGuessed: sourceLine.test(line) };
  }
  return { value: '', isGuessed: false };
}

function firstMatch(lines: readonly string[], pattern: RegExp): string {
  for (const line of lines) {
    const found = pattern.exec(line)?.[1];
    if (found !== undefined) return found;
  }
  return '';
}
