import i18next from 'i18next';
import { de } from './de.ts';
import { en, type TextKey } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { zhHans } from './zh-hans.ts';
import { zhHant } from './zh-hant.ts';

type Key = TextKey | (TextKey extends infer K ? (K extends `${infer Base}_one` ? Base : never) : never);

/** Says a sentence of the Slack surface; `count` also chooses the plural form. Values are put in as they are. */
export type Texts = (key: Key, values?: Readonly<Record<string, string | number>>) => string;

const library = i18next.createInstance();
// Without a backend all is there when this returns.
void library.init({
  resources: Object.fromEntries(
    Object.entries({ en, ja, ko, de, fr, es, 'zh-Hans': zhHans, 'zh-Hant': zhHant }).map(
      ([language, translation]) => [language, { translation }],
    ),
  ),
  fallbackLng: 'en',
  initAsync: false,
  // Slack texts are escaped where they are put into a message.
  interpolation: { escapeValue: false },
});

const traditional = /^zh-(?:hant|tw|hk|mo)\b/iu;

/** The sentences in the language of a BCP 47 tag; English for a language that has none. */
export function textsFor(language: string): Texts {
  const say = library.getFixedT(localeOf(language));
  return (key, values = {}) => say(key, values);
}

function localeOf(language: string): string {
  if (/^zh\b/iu.test(language)) return traditional.test(language) ? 'zh-Hant' : 'zh-Hans';
  return language.slice(0, 2).toLowerCase();
}
