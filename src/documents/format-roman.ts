const numerals: ReadonlyArray<[number, string]> = [
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

/** Prints a number from 1 to 3,999 in small Roman numerals. */
export function formatRoman(number: number): string {
  let rest = number;
  let printed = '';
  for (const [value, numeral] of numerals) {
    for (; rest >= value; rest -= value) printed += numeral;
  }
  return printed;
}
