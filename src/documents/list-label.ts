const roman: ReadonlyArray<[number, string]> = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** The label of an item of an ordered list as a browser prints it (HTML Standard, ol, type 1 a A i I). */
export function listLabel(number: number, type: string): string {
  if (number < 1 || number > 3_999) return `${number}. `;
  if (type === 'a') return `${letters(number)}. `;
  if (type === 'A') return `${letters(number).toUpperCase()}. `;
  if (type === 'i') return `${romanOf(number)}. `;
  if (type === 'I') return `${romanOf(number).toUpperCase()}. `;
  return `${number}. `;
}

/** a to z, then aa, ab … */
function letters(number: number): string {
  const rest = number - 1;
  const before = rest < 26 ? '' : letters(Math.floor(rest / 26));
  return before + String.fromCharCode(97 + (rest % 26));
}

function romanOf(number: number): string {
  let rest = number;
  let printed = '';
  for (const [value, numeral] of roman) {
    for (; rest >= value; rest -= value) printed += numeral;
  }
  return printed;
}
