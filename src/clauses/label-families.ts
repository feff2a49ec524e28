import { hanNumeral, parseHanNumber } from './han-number.ts';

/**
 * A family of labels. `pattern` is sticky and captures the number; what it matches is the label as printed.
 */
export type LabelFamily = {
  name: string;
  pattern: RegExp;
  parseNumber: (captured: string) => number | null;
  /**
   * `structural`: division of a law, with a rank of its own, closes everything of the same or a finer rank.
   * `strong`: believed on its own where it opens or goes on a sequence.
   * `weak`: opens a sequence only when its second member follows.
   * `bullet`: has no number.
   */
  strength: 'structural' | 'strong' | 'weak' | 'bullet';
  /** For structural families: coarse divisions have the small numbers. */
  rank?: number;
  /** May open in the middle of a line, behind the end of a sentence or a colon. */
  isInline?: boolean;
  /** May be glued to the end of the line before, where the sequence calls for it. */
  isGlued?: boolean;
};

const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const parseArabic = (text: string): number => Number(text.normalize('NFKC'));

/** Digits of either width; private-use characters are full stops that were lost on the way (U+E010 and others). */
const digitRun = '[0-9０-９]{1,3}';
const dot = '[.．\\uE000-\\uF8FF]';

function structural(name: string, unit: string, rank: number): LabelFamily {
  return {
    name,
    pattern: new RegExp(
      `第\\s*(${hanNumeral}|[0-9０-９]+)\\s*${unit}(?:之[一二三四五六七八九十]+)?(?=[\\s　：:（(【]|$|[^\\s的之所至])`,
      'uy',
    ),
    parseNumber: parseEither,
    strength: 'structural',
    rank,
  };
}

function parseEither(text: string): number | null {
  return /^[0-9０-９]+$/u.test(text) ? parseArabic(text) : parseHanNumber(text);
}

/** Every family that is looked for at the start of a line, the more particular before the more general. */
export const labelFamilies: readonly LabelFamily[] = [
  structural('part', '编', 1),
  structural('chapter', '章', 2),
  structural('section', '节', 3),
  structural('article', '条', 4),
  {
    name: 'annex',
    pattern: /附件\s*([0-9０-９一二三四五六七八九十]{1,3})(?=[\s　：:.．]|$)/uy,
    parseNumber: parseEither,
    strength: 'structural',
    rank: 0,
  },
  {
    name: 'box',
    pattern: /专栏\s*([0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})/uy,
    parseNumber: parseEither,
    strength: 'strong',
  },
  {
    name: 'han-enumeration',
    pattern: new RegExp(`(${hanNumeral})\\s*[、．.]`, 'uy'),
    parseNumber: parseHanNumber,
    strength: 'strong',
  },
  {
    name: 'han-parenthesis',
    pattern: new RegExp(`[（(]\\s*(${hanNumeral})\\s*[）)]`, 'uy'),
    parseNumber: parseHanNumber,
    strength: 'strong',
    isGlued: true,
  },
  {
    name: 'arabic-parenthesis',
    pattern: new RegExp(`[（(]\\s*(${digitRun})\\s*[）)]`, 'uy'),
    parseNumber: parseArabic,
    strength: 'weak',
  },
  {
    name: 'arabic-dot',
    pattern: new RegExp(`(${digitRun})\\s?${dot}(?![0-9０-９])`, 'uy'),
    parseNumber: parseArabic,
    strength: 'weak',
  },
  {
    name: 'arabic-enumeration',
    pattern: new RegExp(`(${digitRun})\\s?、`, 'uy'),
    parseNumber: parseArabic,
    strength: 'weak',
  },
  {
    name: 'circled',
    pattern: new RegExp(`([${circled}])`, 'uy'),
    parseNumber: (text) => circled.indexOf(text) + 1,
    strength: 'weak',
  },
  {
    name: 'ordinal',
    pattern: /([一二三四五六七八九十]{1,2})是(?=[^否非])/uy,
    parseNumber: parseHanNumber,
    strength: 'weak',
    isInline: true,
  },
  {
    name: 'bullet',
    pattern: /(?:--+|——|—|[•●○■◆·▪])(?=[^\S\r\n]*[^\s\d-])/uy,
    parseNumber: () => 0,
    strength: 'bullet',
  },
  {
    name: 'arabic-bare',
    pattern:
      /([0-9]{1,2})(?=[\p{Script=Han}“"《])(?![年月日个项家万亿元号点倍批级类大名人位种次条届度天周])/uy,
    parseNumber: parseArabic,
    strength: 'weak',
  },
];
