import { formatHanNumber, legalNumerals } from '../format-han-number.ts';
import { listLabel } from '../list-label.ts';

const han = '〇一二三四五六七八九';
const ganada = '가나다라마바사아자차카타파하';
const chosung = 'ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ';
const iroha = 'イロハニホヘトチリヌルヲワカヨタレソツネナラム';
const aiueo = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン';
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';

/** Prints a number of an automatic list as Word does; `format` is w:numFmt (ECMA-376, 17.18.59, ST_NumberFormat). */
export function formatNumber(number: number, format: string): string {
  switch (format) {
    case 'none':
      return '';
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(number).replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return formatHanNumber(number);
    case 'japaneseCounting':
      return spelled(number, '一二三四五六七八九', ['千', '百', '十', '']);
    case 'koreanCounting':
      return spelled(number, '일이삼사오육칠팔구', ['천', '백', '십', '']);
    case 'chineseLegalSimplified':
      return formatHanNumber(number, legalNumerals);
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return [...String(number)].map((digit) => han[Number(digit)]).join('');
    case 'koreanDigital':
      return [...String(number)].map((digit) => '영일이삼사오육칠팔구'[Number(digit)]).join('');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return enclosed(number, '①');
    case 'decimalEnclosedParen':
      return enclosed(number, '⑴');
    case 'decimalEnclosedFullstop':
      return enclosed(number, '⒈');
    case 'ganada':
      return placeIn(ganada, number);
    case 'chosung':
      return placeIn(chosung, number);
    case 'iroha':
    case 'irohaFullWidth':
      return placeIn(iroha, number);
    case 'aiueo':
    case 'aiueoFullWidth':
      return placeIn(aiueo, number);
    case 'ideographTraditional':
      return placeIn(stems, number);
    case 'ideographZodiac':
      return placeIn(branches, number);
    case 'upperLetter':
    case 'lowerLetter':
      return repeatedLetter(number, format === 'upperLetter' ? 'A' : 'a');
    case 'upperRoman':
    case 'lowerRoman':
      return listLabel(number, listType[format]).slice(0, -2);
    default:
      // 001: as many digits as the first number has.
      return String(number).padStart(/^0+1$/u.test(format) ? format.length : 0, '0');
  }
}

const listType = { upperRoman: 'I', lowerRoman: 'i' } as const;

/** A to Z, then AA, BB: Word repeats the letter, up to thirty times. Beyond that digits. */
function repeatedLetter(number: number, first: 'A' | 'a'): string {
  if (number < 1 || number > 780) return String(number);
  return String.fromCharCode(first.charCodeAt(0) + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}

/** 백일, 百一: without a zero for a gap, and without one before a unit. */
function spelled(number: number, digits: string, units: readonly string[]): string {
  if (number < 1 || number > 9_999) return String(number);
  return [...String(number).padStart(4, '0')]
    .map(Number)
    .map((digit, index) => {
      const unit = units[index] ?? '';
      if (digit === 0) return '';
      return digit === 1 && unit !== '' ? unit : `${digits[digit - 1]}${unit}`;
    })
    .join('');
}

/** ① to ⑳ and their like stand in one row. */
function enclosed(number: number, first: string): string {
  return number >= 1 && number <= 20 ? String.fromCharCode(first.charCodeAt(0) + number - 1) : String(number);
}

function placeIn(order: string, number: number): string {
  return [...order][number - 1] ?? String(number);
}
