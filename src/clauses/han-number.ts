const digits = '零一二三四五六七八九';
const places: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** The characters of which Chinese numerals below ten thousand are written. */
export const hanNumeral = '[〇零一二三四五六七八九十百千]+';

/**
 * Reads a Chinese numeral (一千零三十四, 二十, 一〇三) as a number. Returns null where the characters are no
 * numeral below 10,000.
 */
export function parseHanNumber(text: string): number | null {
  const characters = [...text.replaceAll('〇', '零')];
  if (characters.length === 0) return null;
  if (characters.every((character) => digits.includes(character))) return small(positional(characters));
  let total = 0;
  let pending: number | null = null;
  for (const character of characters) {
    const place = places[character];
    if (place !== undefined) {
      total += (pending ?? 1) * place;
      pending = null;
    } else if (digits.includes(character)) {
      pending = digits.indexOf(character);
    } else {
      return null;
    }
  }
  return small(total + (pending ?? 0));
}

function small(number: number): number | null {
  return number < 10_000 ? number : null;
}

function positional(characters: readonly string[]): number {
  return characters.reduce((value, character) => value * 10 + digits.indexOf(character), 0);
}
