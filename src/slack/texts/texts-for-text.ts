import { type Texts, textsFor } from './texts-for.ts';

/**
 * The sentences for a text whose language nobody has determined, by its script alone: what must be said when nothing
 * else works. Han without kana counts as simplified Chinese.
 */
export function textsForText(text: string): { texts: Texts; language: string } {
  const language = languageOf(text);
  return { texts: textsFor(language), language };
}

function languageOf(text: string): string {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  if (/\p{Script=Hangul}/u.test(text)) return 'ko';
  return /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
}
