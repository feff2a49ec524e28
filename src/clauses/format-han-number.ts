const digits = '零一二三四五六七八九';
const units = ['千', '百', '十', ''];

/** Prints a number from 1 to 9,999 as a law does: 10 is 十, 110 is 一百一十, 1004 is 一千零四. */
export function formatHanNumber(number: number): string {
  const places = [...String(number).padStart(4, '0')].map(Number);
  let printed = '';
  for (const [index, unit] of units.entries()) {
    const digit = places[index] ?? 0;
    if (digit > 0) printed += `${digits[digit]}${unit}`;
    else if (printed !== '' && !printed.endsWith('零')) printed += '零';
  }
  return printed.replace(/零$/u, '').replace(/^一十/u, '十');
}
