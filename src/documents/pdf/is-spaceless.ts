const characters = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：？！“”‘’（）《》〈〉【】〔〕]`;
const atEnd = new RegExp(`${characters}$`, 'u');
const atStart = new RegExp(`^${characters}`, 'u');

/** Whether no space belongs between two pieces of text: Chinese or Japanese characters meet there. */
export function isSpaceless(before: string, next: string): boolean {
  // Two code units hold the last character, a rare Han character too; the whole text would be searched each time.
  return atEnd.test(before.slice(-2)) && atStart.test(next);
}
