import { styleText } from 'node:util';
import { diffWords } from 'diff';

/** How the words that are gone and those that are new are marked. */
export type DifferenceStyle = { removed(text: string): string; added(text: string): string };

export const plain: DifferenceStyle = {
  removed: (text) => `[-${text}-]`,
  added: (text) => `{+${text}+}`,
};

/** For a terminal that has colours; whoever uses it has asked. */
export const coloured: DifferenceStyle = {
  removed: (text) => styleText(['red', 'strikethrough'], text, { validateStream: false }),
  added: (text) => styleText('green', text, { validateStream: false }),
};

/** Words that differ beyond this many are not sought one by one: the cost grows with the square. */
const mostEdits = 1_000;
/** Longer texts are compared by characters where they are Chinese: V8 copies the whole text for each word. */
const longestSegmented = 4_000;
/** Of a stretch that is the same in both, so many characters are shown at either side of a difference. */
const context = 40;

const breakBetweenHan = /(?<=\p{Script=Han})[^\S\n]*\n\s*(?=\p{Script=Han})/gu;
/** Knows the words of Chinese and Japanese; of other languages as well, whatever the locale. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Puts both texts into one line, word by word: what is gone, what is new, and what stands around it. */
export function drawDifference(before: string, after: string, style: DifferenceStyle): string {
  const [former, present] = [onOneLine(before), onOneLine(after)];
  const isShort = Math.max(former.length, present.length) <= longestSegmented;
  const options = { maxEditLength: mostEdits, ...(isShort ? { intlSegmenter: segmenter } : {}) };
  const parts = diffWords(former, present, options) ?? [
    { value: shortened(former, true, true), removed: true, added: false },
    { value: shortened(present, true, true), removed: false, added: true },
  ];
  return parts
    .map(({ value, removed, added }, index) => {
      if (removed) return style.removed(value);
      if (added) return style.added(value);
      return shortened(value, index > 0, index < parts.length - 1);
    })
    .join('');
}

/** A text without its line breaks; between Chinese characters they are no space. */
export function onOneLine(text: string): string {
  return text.replace(breakBetweenHan, '').replace(/\s+/gu, ' ').trim();
}

/** Keeps what is next to a difference: the beginning behind one, the end before one. */
function shortened(text: string, isBehind: boolean, isBefore: boolean): string {
  const characters = [...text];
  const beginning = isBehind ? context : 0;
  const end = isBefore ? context : 0;
  if (beginning + end === 0 || characters.length <= beginning + end + 1) return text;
  return `${characters.slice(0, beginning).join('')}…${characters.slice(characters.length - end).join('')}`;
}
