/** Languages in Latin script that are told apart; what looks like another is taken for English. */
const latinLanguages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'pl', 'ro', 'tr', 'vi'];

/** Scripts that are nearly one language's, or stand for one where they are several's. */
const byScript: ReadonlyArray<{ script: RegExp; language: string }> = [
  { script: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, language: 'ja' },
  { script: /\p{Script=Hangul}/gu, language: 'ko' },
  { script: /\p{Script=Arabic}/gu, language: 'ar' },
  { script: /\p{Script=Cyrillic}/gu, language: 'ru' },
  { script: /\p{Script=Greek}/gu, language: 'el' },
  { script: /\p{Script=Devanagari}/gu, language: 'hi' },
  { script: /\p{Script=Thai}/gu, language: 'th' },
  { script: /\p{Script=Hebrew}/gu, language: 'he' },
];

/** Characters that only traditional Chinese writes, from the most frequent. */
const traditionalOnly =
  /[這個們來說時對會後過還開門關與從應業學體國機關電無長東車見頁題類戶變點經濟營產規劃標準責單誰負]/u;

/**
 * Names the language of a text as a BCP 47 tag. The script decides where it can; a detector, loaded when it
 * is first needed, is asked for Latin script only. What it cannot tell is taken for English.
 */
export async function detectLanguage(text: string): Promise<string> {
  const count = (script: RegExp): number => text.match(script)?.length ?? 0;
  if (count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > 0) return 'ja';
  const latin = count(/\p{Script=Latin}/gu);
  const han = count(/\p{Script=Han}/gu);
  const foreign = byScript
    .map(({ script, language }) => ({ language, letters: count(script) }))
    .toSorted((left, right) => right.letters - left.letters)[0];
  if (foreign !== undefined && foreign.letters > 0 && foreign.letters * 3 >= Math.max(latin, han))
    return foreign.language;
  // A Chinese character says about as much as three letters: "O2O" does not make a question English.
  if (han > 0 && han * 3 >= latin) return traditionalOnly.test(text) ? 'zh-Hant' : 'zh';
  return latin > 0 ? await detectLatin(text) : 'en';
}

async function detectLatin(text: string): Promise<string> {
  const { eld } = await import('eld/extrasmall');
  eld.setLanguageSubset(latinLanguages);
  return eld.detect(text).language || 'en';
}
