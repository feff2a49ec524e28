import { ConverterFactory } from 'opencc-js/core';
import japanese from 'opencc-js/from/jp';
import { simplifyHan } from './simplify-han.ts';

const toTraditional = ConverterFactory(japanese);
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * Writes the characters that Japan shortened in its own way (庁, 経, 発) as simplified Chinese ones, and so those of a
 * text without kana that are traditional (OpenCC's tables), one for one.
 */
export function simplifyKanji(text: string): string {
  if (!kana.test(text)) return simplifyHan(text);
  const characters = Array.from(text, (character) => {
    const traditional = toTraditional(character);
    return traditional.length === character.length ? traditional : character;
  });
  return simplifyHan(characters.join(''));
}
