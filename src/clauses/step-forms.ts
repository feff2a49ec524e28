import type { AddressStyle, StepKind } from './address.ts';
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
export type StepForm = {
  kind: StepKind;
  style: AddressStyle | null;
  pattern: RegExp;
  parseNumber: ParseNumber;
  isAnchor: boolean;
};

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
export const stepForms: readonly StepForm[] = [
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
    'arabic',
    'latin',
    '(?<![A-Za-z])(?:clauses?|ziff(?:er|\\.)|klausel)\\s*(\\d{1,3})',
    parseArabic,
    true,
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
