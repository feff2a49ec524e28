import { hanNumeral, parseHanNumber } from './han-number.ts';
import {
  labelCharacters,
  type ParseNumber,
  parseArabic,
  parseCircled,
  parseHangul,
  parseHanOrArabic,
  parseIroha,
  parseLatinNumber,
  parseLetter,
  parseRoman,
} from './label-numbers.ts';

/**
 * A family of labels. `pattern` is sticky and captures the number, and as a second group the number of a branch
 * (第十七条之二); what it matches is the label as printed.
 */
export type LabelFamily = {
  name: string;
  pattern: RegExp;
  parseNumber: ParseNumber;
  /**
   * `structural`: division of a law, with a rank of its own, closes everything of the same or a finer rank.
   * `strong`: believed on its own where it opens or goes on a sequence.
   * `weak`: opens a sequence only when its second member follows.
   * `bullet`: has no number. `heading`: has no label, a format marks it.
   */
  strength: 'structural' | 'strong' | 'weak' | 'bullet' | 'heading';
  /** For structural families: coarse divisions have the small numbers. */
  rank?: number;
  /** May open in the middle of a line, behind the end of a sentence or a colon. */
  isInline?: boolean;
  /** May be glued to the end of the line before, where the sequence calls for it. */
  isGlued?: boolean;
  /** The numbers at which a sequence may open; 1 where nothing is said. */
  opensAt?: readonly number[];
};

/** Digits of either width; private-use characters are full stops that were lost on the way (U+E010 and others). */
const digitRun = '[0-9０-９]{1,3}';
const dot = '[.．\\uE000-\\uF8FF]';
const eitherNumber = `(${hanNumeral}|[0-9０-９]+)`;

/** What goes on behind a number as a reference does (第三条的…, 第三条第二款, 第五条に) makes it no label. */
const noReference = '(?![的之所至、，,第\\p{Script=Hiragana}]|[和及与或]第|规定的)';

/** In Latin script a label ends its line, or a mark or a capital letter follows that does not go on with a reference. */
const latinEnd =
  '(?=[.:–—-]?[ \\t\\u00a0]*(?:$|[\\r\\n])|[.:–—-][ \\t\\u00a0]|[ \\t\\u00a0]+[("“«]?(?!Abs|Satz|Nr|Num)[\\p{Lu}¿¡])';

const latinNumber =
  '(\\d{1,4}(?:[-.]\\d+)*(?:er|bis|ter)?|premier|[IVXLC]+(?:er|re)?)(?:\\s?([a-z])(?![a-z]))?';

function structural(name: string, unit: string, rank: number, isGlued = false): LabelFamily {
  return {
    name,
    pattern: new RegExp(
      `第\\s*${eitherNumber}\\s*${unit}(?:[之の]([一二三四五六七八九十]+))?${noReference}(?=[\\s　：:（(【]|$|[^\\s])`,
      'uy',
    ),
    parseNumber: parseHanOrArabic,
    strength: 'structural',
    rank,
    isGlued,
  };
}

function korean(name: string, unit: string, rank: number): LabelFamily {
  return {
    name,
    pattern: new RegExp(
      `제\\s*(\\d+)\\s*${unit}(?:의\\s*(\\d+))?(?=[\\s(（]|$)(?!\\s*(?:및|또는|부터|내지|제))`,
      'uy',
    ),
    parseNumber: parseArabic,
    strength: 'structural',
    rank,
  };
}

function latin(name: string, words: string, rank: number): LabelFamily {
  return {
    name,
    pattern: new RegExp(`(?:${words})[ \\t\\u00a0]*(?:[LRD]\\.?[ \\u00a0]?)?${latinNumber}${latinEnd}`, 'uy'),
    parseNumber: parseLatinNumber,
    strength: 'structural',
    rank,
  };
}

function weak(name: string, pattern: string, parseNumber: ParseNumber): LabelFamily {
  return { name, pattern: new RegExp(pattern, 'uy'), parseNumber, strength: 'weak' };
}

/** 1.1 and 1.1.1, each length a family of its own; an amount (1.5亿元) has a unit behind it. */
function decimal(parts: number): LabelFamily {
  return weak(
    `decimal-${parts}`,
    `(?:[0-9]{1,2}[.．]){${parts - 1}}([0-9]{1,2})[.．、]?(?![0-9.．%％])(?=[ \\t\\u00a0　]+\\S|[\\p{Script=Han}“"《])(?![ \\t]*[年月日个项家万亿元号点倍批级类大名人位种次条届度天周])`,
    parseArabic,
  );
}

/** What a format marks as a heading without a label of these families. */
export const headingFamily: LabelFamily = {
  name: 'heading',
  pattern: /(?!)/uy,
  parseNumber: () => 0,
  strength: 'heading',
};

/** A paragraph of an article behind its items (款), which has no label. */
export const paragraphFamily: LabelFamily = { ...headingFamily, name: 'paragraph' };

/** Every family that is looked for at the start of a line, the more particular before the more general. */
export const labelFamilies: readonly LabelFamily[] = [
  structural('part', '[编編]', 1),
  structural('chapter', '章', 2),
  structural('section', '[节節]', 3),
  structural('article', '[条條]', 4, true),
  korean('part', '편', 1),
  korean('chapter', '장', 2),
  korean('section', '절', 3),
  korean('article', '조', 4),
  latin('annex', 'ANNEX|Annexe?|ANLAGE|Anlage|Anexo|ANEXO|Schedule|SCHEDULE|Appendix|APPENDIX', 0),
  latin('part', 'PART|Part|Teil|TEIL|Partie|PARTIE|Parte|Título|TÍTULO|Titre|TITRE|Title|TITLE', 1),
  latin('chapter', 'CHAPTER|Chapter|Kapitel|KAPITEL|Chapitre|CHAPITRE|Capítulo|CAPÍTULO', 2),
  latin('section', 'SECTION|Section|Sec\\.|Abschnitt|ABSCHNITT|Sección|SECCIÓN', 3),
  latin('article', 'ARTICLE|Article|Artikel|ARTIKEL|Artículo|ARTÍCULO|Artigo|Articolo|Art\\.|§', 4),
  {
    name: 'annex',
    pattern: /附[件录錄表]\s*([0-9０-９一二三四五六七八九十]{1,3})(?=[\s　：:.．]|$)/uy,
    parseNumber: parseHanOrArabic,
    strength: 'structural',
    rank: 0,
  },
  {
    name: 'box',
    pattern: /专栏\s*([0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})/uy,
    parseNumber: parseHanOrArabic,
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
  weak('arabic-parenthesis', `[（(]\\s*(${digitRun})\\s*[）)]`, parseArabic),
  decimal(4),
  decimal(3),
  decimal(2),
  weak('arabic-dot', `(${digitRun})\\s?${dot}(?![0-9０-９])`, parseArabic),
  weak('arabic-enumeration', `(${digitRun})\\s?、`, parseArabic),
  weak('arabic-half-parenthesis', `(${digitRun})[)）]`, parseArabic),
  weak('circled', `([${labelCharacters.circledDigits}])`, parseCircled),
  weak('roman-parenthesis', '[（(]([ivxl]{1,6})[）)]', parseRoman),
  weak('letter-parenthesis', '[（(]([a-z])[）)]', parseLetter),
  weak('capital-parenthesis', '[（(]([A-Z])[）)]', parseLetter),
  weak('letter-half-parenthesis', '([a-z])[)）](?=[ \\t\\u00a0])', parseLetter),
  weak('roman-dot', '([IVXL]{1,6})[.．](?=[ \\t\\u00a0])', parseRoman),
  weak('ordinal-degree', '([0-9]{1,2})°(?=[ \\t\\u00a0])', parseArabic),
  weak('korean-letter', `([${labelCharacters.hangul}])\\.(?=\\s)`, parseHangul),
  weak('iroha', `([${labelCharacters.iroha}])　`, parseIroha),
  {
    // 項 of a Japanese article: the first has no number.
    ...weak('japanese-paragraph', '([０-９]{1,2})　', parseArabic),
    opensAt: [2],
    strength: 'strong',
  },
  weak('han-space', `(${hanNumeral})　+(?=\\S)`, parseHanNumber),
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
  weak(
    'arabic-bare',
    '([0-9]{1,2})(?=[\\p{Script=Han}“"《])(?![年月日个项家万亿元号点倍批级类大名人位种次条届度天周])',
    parseArabic,
  ),
];
