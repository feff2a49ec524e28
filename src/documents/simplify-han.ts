import { Converter } from 'opencc-js/t2cn';

const convert = Converter({ from: 't', to: 'cn' });

/** Texts without Han characters are left alone; the conversion of one is a walk through its characters. */
const han = /\p{Script=Han}/u;

/**
 * Writes traditional Chinese characters as simplified ones (OpenCC's tables), one for one: the result has the
 * length of the text, so that places in one are places in the other.
 */
export function simplifyHan(text: string): string {
  if (!han.test(text)) return text;
  const converted = convert(text);
  if (converted.length === text.length) return converted;
  return Array.from(text, (character) => {
    const simple = convert(character);
    return simple.length === character.length ? simple : character;
  }).join('');
}
