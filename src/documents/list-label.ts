import { formatRoman } from './format-roman.ts';

/** The label of an item of an ordered list as a browser prints it (HTML Standard, ol, type 1 a A i I). */
export function listLabel(number: number, type: string): string {
  if (number < 1 || number > 3_999) return `${number}. `;
  if (type === 'a') return `${letters(number)}. `;
  if (type === 'A') return `${letters(number).toUpperCase()}. `;
  if (type === 'i') return `${formatRoman(number)}. `;
  if (type === 'I') return `${formatRoman(number).toUpperCase()}. `;
  return `${number}. `;
}

/** a to z, then aa, ab … */
function letters(number: number): string {
  const rest = number - 1;
  const before = rest < 26 ? '' : letters(Math.floor(rest / 26));
  return before + String.fromCharCode(97 + (rest % 26));
}
