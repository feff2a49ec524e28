import { formatHanNumber } from '../documents/format-han-number.ts';
import { formatRoman } from '../documents/format-roman.ts';
import type { Address, AddressStep, AddressStyle, StepKind } from './address.ts';
import { labelCharacters } from './label-numbers.ts';

type Units = Partial<Record<StepKind, string>>;

const hanUnits: Units = {
  part: '编',
  chapter: '章',
  section: '节',
  article: '条',
  paragraph: '款',
  item: '项',
  subitem: '目',
};
const hangulUnits: Units = {
  part: '편',
  chapter: '장',
  section: '절',
  article: '조',
  paragraph: '항',
  item: '호',
};
const latinWords: Units = {
  annex: 'Annex',
  part: 'Part',
  chapter: 'Chapter',
  section: 'Section',
  article: 'Article',
};

/** Prints an address so that `parseAddress` reads it back: 民法典第三条第二款, Article 4(2)(b), 제3조제2항. */
export function printAddress({ title, number, style, steps }: Address): string {
  const named = title === '' ? '' : `《${title}》`;
  const numbered = number === '' || title === '' ? number : `（${number}）`;
  const printed = printSteps(steps, style);
  const gap = numbered !== '' && title === '' && printed !== '' ? ' ' : '';
  return `${named}${numbered}${gap}${printed}`;
}

function printSteps(steps: readonly AddressStep[], style: AddressStyle): string {
  return steps.reduce((printed, step, index) => {
    const piece = printStep(step, style, steps[index - 1], steps[index + 1]);
    const isWord = style === 'latin' && latinWords[step.kind] !== undefined && printed !== '';
    const runsInto = /\d$/u.test(printed) && /^\d/u.test(piece);
    return `${printed}${isWord || runsInto ? ' ' : ''}${piece}`;
  }, '');
}

function printStep(
  { kind, number, branch }: AddressStep,
  style: AddressStyle,
  before: AddressStep | undefined,
  after: AddressStep | undefined,
): string {
  const division = printDivision({ kind, number, branch }, style);
  if (division !== null) return division;
  const han = formatHanNumber(number);
  switch (kind) {
    case 'annex':
      return `附件${number}`;
    case 'box':
      return `专栏${number}`;
    case 'han-enumeration':
      return `${han}、`;
    case 'han-parenthesis':
      return `（${han}）`;
    case 'ordinal':
      return `${han}是`;
    case 'circled':
      return labelCharacters.circledDigits[number - 1] ?? `(${number})`;
    case 'letter':
      return `(${String.fromCharCode(96 + number)})`;
    case 'roman':
      return `(${formatRoman(number)})`;
    case 'decimal':
      return `.${number}`;
    default:
      return printArabic(number, style, before, after);
  }
}

/** 第三条之二, 제3조의2, Article 3; null for a step that is no division in this style. */
function printDivision({ kind, number, branch }: AddressStep, style: AddressStyle): string | null {
  const branched = branch > 0;
  if (style === 'latin') {
    const word = latinWords[kind];
    return word === undefined ? null : `${word} ${number}${branched ? String.fromCharCode(96 + branch) : ''}`;
  }
  const unit = (style === 'han' ? hanUnits : hangulUnits)[kind];
  if (unit === undefined) return null;
  if (style === 'hangul') return `제${number}${unit}${branched ? `의${branch}` : ''}`;
  return `第${formatHanNumber(number)}${unit}${branched ? `之${formatHanNumber(branch)}` : ''}`;
}

/** (2) in a Latin address; otherwise the bare number, with a full stop where another number would run into it. */
function printArabic(
  number: number,
  style: AddressStyle,
  before: AddressStep | undefined,
  after: AddressStep | undefined,
): string {
  if (style === 'latin' && before !== undefined) return `(${number})`;
  return after?.kind === 'arabic' || after?.kind === 'circled' ? `${number}.` : `${number}`;
}
