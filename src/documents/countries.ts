import { literalPattern } from './literal-pattern.ts';

/** ISO 3166-1 codes of countries that questions about others than China name. */
const codes =
  'AE AR AT AU BE BR CA CH CL CO CZ DE DK EG ES FI FR GB GR HU ID IE IL IN IQ IR IT JP KE KH KP KR KZ LA LK MM MN MX MY NG NL NO NP NZ PE PH PK PL PT RO RU SA SE SG TH TR UA US VN ZA'.split(
    ' ',
  );
const languages = ['zh-Hans', 'en', 'ja', 'ko', 'de', 'fr', 'es'];

/** Names that are also something else, or are said otherwise. */
const others: ReadonlyArray<[pattern: RegExp, code: string]> = [
  [/\bU\.?S\.?A?\.?(?=$|[\s'’,.?])|\bAmerican?\b/u, 'US'],
  [/\bU\.?K\.?(?=$|[\s'’,.?])|\bBritain\b|\bBritish\b/u, 'GB'],
  [/\bJapanese\b/u, 'JP'],
  [/\bKorean?\b|韩国|한국/u, 'KR'],
  [/欧盟|\bEU\b|\bEuropean Union\b/u, 'EU'],
];
/** A name of one character would be found inside other words. */
const leastCharacters = 2;

let patterns: Array<{ code: string; pattern: RegExp }> | null = null;

/** The Chinese names of the countries beside China that a text names in any of seven languages; 欧盟 is one. */
export function countriesNamedIn(text: string): string[] {
  patterns ??= codes.map((code) => ({ code, pattern: patternOf(code) }));
  const found = [...patterns, ...others.map(([pattern, code]) => ({ code, pattern }))]
    .filter(({ pattern }) => pattern.test(text))
    .map(({ code }) => nameOf('zh-Hans', code));
  return [...new Set(found)];
}

function patternOf(code: string): RegExp {
  const names = languages
    .map((language) => nameOf(language, code))
    .filter(({ length }) => length >= leastCharacters);
  const forms = [...new Set(names)].map((name) =>
    /^[\p{Script=Latin}\s'’.-]+$/u.test(name) ? `\\b${literalPattern(name)}\\b` : literalPattern(name),
  );
  return new RegExp(forms.join('|'), 'u');
}

const displayNames = new Map<string, Intl.DisplayNames>();

function nameOf(language: string, code: string): string {
  const known = displayNames.get(language) ?? new Intl.DisplayNames([language], { type: 'region' });
  displayNames.set(language, known);
  return known.of(code) ?? code;
}
