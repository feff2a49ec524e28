import { parseHanNumber } from './han-number.ts';

/** Reads the number of a label as printed; null where the characters are no number of that kind. */
export type ParseNumber = (captured: string) => number | null;

const circledDigits = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const iroha = 'イロハニホヘトチリヌルヲワカヨタレソツネナラム';
const hangul = '가나다라마바사아자차카타파하';
const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
const wellFormedRoman = /^c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/u;

/** The characters of which the labels of these kinds are made, for the patterns of the label families. */
export const labelCharacters = { circledDigits, iroha, hangul };

/** Digits of either width. */
export const parseArabic: ParseNumber = (text) => Number(text.normalize('NFKC'));

/** Chinese numerals or digits of either width. */
export const parseHanOrArabic: ParseNumber = (text) =>
  /^[0-9０-９]+$/u.test(text) ? parseArabic(text) : parseHanNumber(text);

/** a, b, … z: 1 to 26. */
export const parseLetter: ParseNumber = (text) => text.toLowerCase().charCodeAt(0) - 96;

/** i, ii, … cccxcix in either case; null for letters that are no Roman numeral. */
export const parseRoman: ParseNumber = (text) => {
  const letters = text.toLowerCase();
  if (letters === '' || !wellFormedRoman.test(letters)) return null;
  const values = [...letters].map((letter) => romanDigits[letter] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
};

/** The number of an article in a Latin script: 4, 4a, IV, 1er, premier; L. 121-1 counts by its last part. */
export const parseLatinNumber: ParseNumber = (text) => {
  const [, digits] = /(\d+)(?:er|bis|ter)?$/u.exec(text) ?? [];
  if (digits !== undefined) return Number(digits);
  return /^(?:premier|première|first|one)$/iu.test(text) ? 1 : parseRoman(text.replace(/[er]+$/u, ''));
};

/** ① to ⑳. */
export const parseCircled: ParseNumber = (text) => placeIn(circledDigits, text);

/** イ, ロ, ハ …, the order in which Japanese statutes letter their sub-items. */
export const parseIroha: ParseNumber = (text) => placeIn(iroha, text);

/** 가, 나, 다 …, the order in which Korean statutes letter theirs. */
export const parseHangul: ParseNumber = (text) => placeIn(hangul, text);

function placeIn(order: string, text: string): number | null {
  const place = order.indexOf(text);
  return place < 0 ? null : place + 1;
}
