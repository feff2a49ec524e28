/** Digits, Latin letters, brackets and marks in half width; as long as the text, so that places stay. */
export function foldWidth(text: string): string {
  return text
    .replace(/[！-～]/gu, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replaceAll('　', ' ');
}
