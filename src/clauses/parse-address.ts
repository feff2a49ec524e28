import type { Address, AddressStep, AddressStyle, StepKind } from './address.ts';
import { hanNumeral, parseHanNumber } from './han-number.ts';
import {
  labelCharacters,
  type ParseNumber,
  parseArabic,
  parseCircled,
  parseHanOrArabic,
  parseLatinNumber,
  parseLetter,
  parseRoman,
} from './label-numbers.ts';

/** How a step is written. `isAnchor`: it alone makes a text an address; others stand behind or among others. */
type StepForm = {
  kind: StepKind;
  style: AddressStyle | null;
  pattern: RegExp;
  parseNumber: ParseNumber;
  isAnchor: boolean;
};

/** An address found in a text, and where it stands. */
export type FoundAddress = { address: Address; start: number; end: number };

const eitherNumber = `(${hanNumeral}|[0-9]+)`;
const words: ReadonlyArray<[StepKind, string]> = [
  ['annex', 'annexe?|anlage|anexo|schedule|appendix'],
  ['part', 'part|teil|partie|parte|title|titre|título'],
  ['chapter', 'chapter|kapitel|chapitre|capítulo'],
  ['section', 'section|sec\\.|abschnitt|sección'],
  ['article', 'articles?|art\\.|artikel|artículo|artigo|§{1,2}'],
];

function form(
  kind: StepKind,
  style: AddressStyle | null,
  pattern: string,
  parse: ParseNumber,
  isAnchor: boolean,
): StepForm {
  return { kind, style, pattern: new RegExp(pattern, 'iuy'), parseNumber: parse, isAnchor };
}

function han(kind: StepKind, unit: string, isAnchor: boolean): StepForm {
  return form(
    kind,
    'han',
    `第\\s*\\(?${eitherNumber}\\)?\\s*${unit}(?:[之の]([一二三四五六七八九十]+|[0-9]+))?`,
    parseHanOrArabic,
    isAnchor,
  );
}

function hangul(kind: StepKind, unit: string, isAnchor: boolean): StepForm {
  return form(kind, 'hangul', `제\\s*(\\d+)\\s*${unit}(?:의\\s*(\\d+))?`, parseArabic, isAnchor);
}

/** The more particular before the more general; brackets and digits are half-width by then. */
const forms: readonly StepForm[] = [
  han('part', '[编編]', true),
  han('chapter', '章', true),
  han('section', '[节節]', true),
  han('article', '[条條]', true),
  han('paragraph', '[款項]', false),
  han('item', '[项号號]', false),
  han('subitem', '目', false),
  form('annex', 'han', '附[件录錄表]\\s*([0-9]{1,3}|[一二三四五六七八九十]{1,3})', parseHanOrArabic, true),
  form('box', 'han', '专栏\\s*([0-9]{1,3}|[一二三四五六七八九十]{1,3})', parseHanOrArabic, true),
  hangul('part', '편', true),
  hangul('chapter', '장', true),
  hangul('section', '절', true),
  hangul('article', '조', true),
  hangul('paragraph', '항', false),
  hangul('item', '호', false),
  ...words.map(([kind, pattern]) =>
    form(
      kind,
      'latin',
      `(?<![A-Za-z])(?:${pattern})\\s*(?:[LRD]\\.?\\s?)?(\\d{1,4}(?:-\\d+)*(?:er)?|[IVXLC]+(?:er)?\\b)([a-z](?![a-z]))?`,
      parseLatinNumber,
      true,
    ),
  ),
  form(
    'arabic',
    'latin',
    '(?:abs(?:atz|\\.)|nr\\.|para(?:graph|\\.)|point|nummer)\\s*\\(?(\\d{1,3})\\)?',
    parseArabic,
    false,
  ),
  form(
    'letter',
    'latin',
    '(?:buchst(?:abe|\\.)|point|letter)\\s*\\(?([a-z])\\)?(?![a-z])',
    parseLetter,
    false,
  ),
  form('han-enumeration', 'han', `(${hanNumeral})、`, parseHanNumber, false),
  form('han-parenthesis', 'han', `\\((${hanNumeral})\\)`, parseHanNumber, false),
  form('ordinal', 'han', '([一二三四五六七八九十]{1,2})是', parseHanNumber, false),
  form('arabic', null, '\\(([0-9]{1,3})\\)', parseArabic, false),
  form('roman', 'latin', '\\(([ivxlc]+)\\)', parseRoman, false),
  form('letter', 'latin', '\\(([a-z])\\)', parseLetter, false),
  form('decimal', null, '\\.([0-9]{1,2})(?![0-9])', parseArabic, false),
  form('arabic', null, '(?<![0-9A-Za-z_])([0-9]{1,3})(?:[、]|\\.(?![0-9]))?(?![0-9])', parseArabic, false),
  form('circled', null, `([${labelCharacters.circledDigits}])`, parseCircled, false),
  form('han-enumeration', 'han', `(${hanNumeral})(?=\\(|$)`, parseHanNumber, false),
];

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

/** Digits, Latin letters, brackets and marks in half width; as long as the text, so that places stay. */
export function foldWidth(text: string): string {
  return text
    .replace(/[！-～]/gu, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replaceAll('　', ' ');
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
  for (const { kind, style, pattern, parseNumber, isAnchor } of forms) {
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
