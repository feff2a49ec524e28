import { hanNumeral } from './han-number.ts';
import type { LabelFamily } from './label-family.ts';
import { type ParseNumber, parseArabic, parseHanOrArabic, parseLatinNumber } from './label-numbers.ts';

/** Digits of either width; private-use characters are full stops that were lost on the way (U+E010 and others). */
export const digitRun = '[0-9０-９]{1,3}';
export const dot = '[.．\\uE000-\\uF8FF]';
const eitherNumber = `(${hanNumeral}|[0-9０-９]+)`;

/** What goes on behind a number as a reference does (第三条的…, 第三条第二款, 第五条に) makes it no label. */
const noReference = '(?![的之所至、，,第\\p{Script=Hiragana}]|[和及与或]第|规定的)';

/** In Latin script a label ends its line, or a mark or a capital letter follows that does not go on with a reference. */
const latinEnd =
  '(?=[.:–—-]?[ \\t\\u00a0]*(?:$|[\\r\\n])|[.:–—-][ \\t\\u00a0]|[ \\t\\u00a0]+[("“«]?(?!Abs|Satz|Nr|Num)[\\p{Lu}¿¡])';

const latinNumber =
  '(\\d{1,4}(?:[-.]\\d+)*(?:er|bis|ter)?|premier|[IVXLC]+(?:er|re)?)(?:\\s?([a-z])(?![a-z]))?';

/** A division with Chinese characters: 第三条, 第十七条之二. */
export function structural(name: string, unit: string, rank: number, isGlued = false): LabelFamily {
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

/** A division of a Korean law: 제3조, 제3조의2. */
export function korean(name: string, unit: string, rank: number): LabelFamily {
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

/** A division in a Latin script: Article 4, § 2a, TITRE Ier. */
export function latin(name: string, words: string, rank: number): LabelFamily {
  return {
    name,
    pattern: new RegExp(`(?:${words})[ \\t\\u00a0]*(?:[LRD]\\.?[ \\u00a0]?)?${latinNumber}${latinEnd}`, 'uy'),
    parseNumber: parseLatinNumber,
    strength: 'structural',
    rank,
  };
}

/** A family that opens a sequence only when its second member follows. */
export function weak(name: string, pattern: string, parseNumber: ParseNumber): LabelFamily {
  return { name, pattern: new RegExp(pattern, 'uy'), parseNumber, strength: 'weak' };
}

/** 1.1 and 1.1.1, each length a family of its own; an amount (1.5亿元) has a unit behind it. */
export function decimal(parts: number): LabelFamily {
  return weak(
    `decimal-${parts}`,
    `(?:[0-9]{1,2}[.．]){${parts - 1}}([0-9]{1,2})[.．、]?(?![0-9.．%％])(?=[ \\t\\u00a0　]+\\S|[\\p{Script=Han}“"《])(?![ \\t]*[年月日个项家万亿元号点倍批级类大名人位种次条届度天周])`,
    parseArabic,
  );
}
