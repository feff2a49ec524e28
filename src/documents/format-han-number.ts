const plain = { digits: '零一二三四五六七八九', units: ['千', '百', '十', ''] };

/** The characters that cheques and contracts use, which no stroke can change into another. */
export const legalNumerals = { digits: '零壹贰叁肆伍陆柒捌玖', units: ['仟', '佰', '拾', ''] };

/**
 * Prints a number from 1 to 9,999 as a law does: 10 is 十, 110 is 一百一十, 1004 is 一千零四. Others stay digits.
 * @param numerals the characters for digits and places.
 */
export function formatHanNumber(number: number, { digits, units } = plain): string {
  if (number < 1 || number > 9_999) return String(number);
  let printed = '';
  let hasGap = false;
  for (const [index, digit] of [...String(number).padStart(4, '0')].map(Number).entries()) {
    if (digit === 0) hasGap ||= printed !== '';
    else {
      printed += `${hasGap ? '零' : ''}${digits[digit]}${units[index]}`;
      hasGap = false;
    }
  }
  return printed.replace(new RegExp(`^${digits[1]}${units[2]}`, 'u'), units[2] ?? '');
}
