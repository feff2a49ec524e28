import type { Address, AddressStep, AddressStyle } from './address.ts';
import { foldWidth } from './fold-width.ts';
import { parseHanOrArabic, parseLetter } from './label-numbers.ts';
import { stepForms } from './step-forms.ts';

/** An address found in a text, and where it stands. */
export type FoundAddress = { address: Address; start: number; end: number };

/** What may stand between two steps. */
const between = /(?:\s*,\s*|\s+|的|中的?|of the |of )?/uy;

const documentNumber =
  /\(?\s*([\p{Script=Han}]{1,12})\s*[〔[【(［]\s*(\d{4})\s*[〕\]】)］]\s*(?:第\s*)?(\d+)\s*号\s*\)?/u;

/** The address that a text is, whole; null when it is none. The inverse of `printAddress`. */
export function parseAddress(text: string): Address | null {
  const folded = foldWidth(text).trim();
  const found = findAddress(folded);
  if (found === null || found.end !== folded.length) return null;
  const named = readDocumentName(folded.slice(0, found.start));
  return { ...found.address, ...named };
}

/**
 * Finds the first address in a text: steps that begin with a division, a box or an annex, or at least two that
 * follow each other, or one alone where the text is nothing else (but for a document's name).
 * `start` and `end` are places in `foldWidth(text)`, which is as long as the text.
 */
export function findAddress(text: string): FoundAddress | null {
  const folded = foldWidth(text);
  for (let start = 0; start < folded.length; start += 1) {
    if (!mayBegin(folded, start)) continue;
    const run = readSteps(folded, start);
    if (run === null) continue;
    const before = folded.slice(0, start);
    const isNamed = documentNumber.test(before) || /(?:[》>]\s*(?:\([^)]*\)\s*)?|\S\s)$/u.test(before);
    const isAlone = run.end === folded.trimEnd().length && (start === 0 || isNamed);
    if (!run.isAnchored && !(run.steps.length > 1 && !isOnlyArabic(run.steps)) && !isAlone) continue;
    return { address: { title: '', number: '', style: run.style, steps: run.steps }, start, end: run.end };
  }
  return null;
}

/** No step begins with another character, or inside a word; most of a question is passed over at once. */
function mayBegin(text: string, at: number): boolean {
  const character = text.charAt(at);
  if (/[第附专제§(.〇零一二三四五六七八九十百千①-⑳]/u.test(character)) return true;
  if (/\d/u.test(character)) return !/[\dA-Za-z_]/u.test(text.charAt(at - 1));
  return /[A-Za-zÀ-ÿ]/u.test(character) && !/[A-Za-zÀ-ÿ]/u.test(text.charAt(at - 1));
}

/** The title and the number in front of an address: 《…》（鄂政发〔2015〕80号), 民法典. */
export function readDocumentName(text: string): { title: string; number: string } {
  const folded = foldWidth(text);
  const found = documentNumber.exec(folded);
  const [whole = '', letters = '', year = '', serial = ''] = found ?? [];
  const title = folded
    .replace(whole, ' ')
    .replace(/[《》"“”]/gu, '')
    .replace(/[\s,，:：的]+$/u, '')
    .trim();
  return { title, number: found === null ? '' : `${letters}〔${year}〕${serial}号` };
}

function readSteps(
  text: string,
  start: number,
): { steps: AddressStep[]; style: AddressStyle; isAnchored: boolean; end: number } | null {
  const steps: AddressStep[] = [];
  let style: AddressStyle | null = null;
  let isAnchored = false;
  let end = start;
  for (let at = start; ; ) {
    const read = readStep(text, at, steps.at(-1));
    if (read === null || (style !== null && read.style !== null && read.style !== style)) break;
    steps.push(read.step);
    style ??= read.style;
    isAnchored ||= read.isAnchor;
    end = read.end;
    between.lastIndex = end;
    at = end + (between.exec(text)?.[0].length ?? 0);
  }
  return steps.length === 0 ? null : { steps, style: style ?? 'han', isAnchored, end };
}

function readStep(
  text: string,
  at: number,
  before: AddressStep | undefined,
): { step: AddressStep; style: AddressStyle | null; isAnchor: boolean; end: number } | null {
  for (const { kind, style, pattern, parseNumber, isAnchor } of stepForms) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null || (kind === 'decimal' && before?.kind !== 'arabic' && before?.kind !== 'decimal'))
      continue;
    // (i) is a letter, but beneath a letter a Roman numeral.
    if (kind === 'roman' && before?.kind !== 'letter' && match[1]?.length === 1) continue;
    const number = parseNumber(match[1] ?? '');
    if (number === null || number === 0) continue;
    const branch = match[2] === undefined ? 0 : (branchOf(match[2]) ?? 0);
    return { step: { kind, number, branch }, style, isAnchor, end: at + match[0].length };
  }
  return null;
}

function branchOf(captured: string): number | null {
  return /^[a-z]$/iu.test(captured) ? parseLetter(captured) : parseHanOrArabic(captured);
}

/** 3.5 or 2015 1 is an amount, not an address. */
function isOnlyArabic(steps: readonly AddressStep[]): boolean {
  return steps.every(({ kind }) => kind === 'arabic' || kind === 'decimal');
}
