import { detect } from 'tinyld/light';

/** Languages in Latin script whose phrases the program has. */
const latinLanguages = ['en', 'de', 'fr', 'es'];

/** Characters that only traditional Chinese writes, from the most frequent. */
const traditionalOnly =
  /[這個們來說時對會後過還開門關與從應業學體國機關電無長東車見頁題類戶變點經濟營產規劃標準責單誰負]/u;

/**
 * Names the language of a question as a BCP 47 tag. The script decides where it can; a detector is asked for
 * Latin script only. Unknown languages come out as the detector's guess, or `en`.
 */
export function detectLanguage(text: string): string {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  if (/\p{Script=Hangul}/u.test(text)) return 'ko';
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  // A Chinese character says about as much as three letters: "O2O" does not make a question English.
  if (han > 0 && han * 3 >= latin) return traditionalOnly.test(text) ? 'zh-Hant' : 'zh';
  if (latin > 0) return detect(text, { only: latinLanguages }) || 'en';
  return detect(text) || 'en';
}
