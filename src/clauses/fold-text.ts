const spaceless =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}，。、；：？！“”‘’（）《》〈〉【】〔〕]';
const breakBetween = new RegExp(`(?<=${spaceless})\\s+(?=${spaceless})`, 'gu');
const lostFullStop = /(?<=\d)[\uE000-\uF8FF](?=\d)/gu;

/**
 * The form of a text that is searched and embedded, never shown: lines that pages broke are rejoined, white
 * space is folded, and a private-use character stands for the decimal point or space that it replaced.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(lostFullStop, '.')
    .replace(/[\uE000-\uF8FF*_#]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(breakBetween, '')
    .trim();
}
