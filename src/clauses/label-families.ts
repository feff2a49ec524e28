import { hanNumeral, parseHanNumber } from './han-number.ts';
import type { LabelFamily } from './label-family.ts';
import {
  labelCharacters,
  parseArabic,
  parseCircled,
  parseHangul,
  parseHanOrArabic,
  parseIroha,
  parseLetter,
  parseRoman,
} from './label-numbers.ts';
import { decimal, digitRun, dot, korean, latin, structural, weak } from './make-family.ts';

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
  { ...weak('roman-parenthesis', '[（(]([ivxl]{1,6})[）)]', parseRoman), isAmbiguous: true },
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
