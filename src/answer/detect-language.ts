/** The languages in Latin script that have phrases of their own; any other is answered in English. */
const latinLanguages = ['en', 'de', 'fr', 'es'];

/** Characters that only traditional Chinese writes, from the most frequent. */
const traditionalOnly =
  /[這個們來說時對會後過還開門關與從應業學體國機關電無長東車見頁題類戶變點經濟營產規劃標準責單誰負]/u;

/**
 * Names the language of a question as a BCP 47 tag. The script decides where it can; a detector, loaded when it
 * is first needed, is asked for Latin script only. What it cannot tell is taken for English.
 */
export async function detectLanguage(text: string): Promise<string> {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  if (/\p{Script=Hangul}/u.test(text)) return 'ko';
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  // A Chinese character says about as much as three letters: "O2O" does not make a question English.
  if (han > 0 && han * 3 >= latin) return traditionalOnly.test(text) ? 'zh-Hant' : 'zh';
  return latin > 0 ? await detectLatin(text) : 'en';
}

async function detectLatin(text: string): Promise<string> {
  const { eld } = await import('eld/extrasmall');
  eld.setLanguageSubset(latinLanguages);
  return eld.detect(text).language || 'en';
}
