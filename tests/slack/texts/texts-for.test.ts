import { describe, expect, it } from 'vitest';
import { de } from '../../../src/slack/texts/de.ts';
import { en } from '../../../src/slack/texts/en.ts';
import { es } from '../../../src/slack/texts/es.ts';
import { fr } from '../../../src/slack/texts/fr.ts';
import { ja } from '../../../src/slack/texts/ja.ts';
import { ko } from '../../../src/slack/texts/ko.ts';
import { textsFor } from '../../../src/slack/texts/texts-for.ts';
import { textsForText } from '../../../src/slack/texts/texts-for-text.ts';
import { zhHans } from '../../../src/slack/texts/zh-hans.ts';
import { zhHant } from '../../../src/slack/texts/zh-hant.ts';

const languages = { en, ja, ko, de, fr, es, zhHans, zhHant };
const english = Object.entries(en);
const placeholders = (text: string) => [...text.matchAll(/\{\{\w+\}\}/gu)].map(String).sort();
/** What Slack takes at most. */
const longest: Record<string, number> = {
  clauseTitle: 24,
  responsibleTitle: 24,
  moreTitle: 24,
  feedbackTitle: 24,
  send: 24,
  close: 24,
  fullClause: 75,
  whoIsResponsible: 75,
  moreResults: 75,
  share: 75,
  askColleague: 75,
  resolve: 75,
  good: 75,
  bad: 75,
  back: 75,
  next: 75,
};

describe.each(Object.entries(languages))('the texts in %s', (_language, texts) => {
  it.each(english)('have %s, with the same values and within the limits', (key, text) => {
    const own = Object.entries(texts).find(([name]) => name === key)?.[1] ?? '';
    expect(own.trim()).not.toBe('');
    expect(placeholders(own)).toEqual(placeholders(text));
    expect(own.length).toBeLessThanOrEqual(longest[key] ?? 600);
  });
});

describe('textsFor', () => {
  it.each([
    ['zh', '条款全文'],
    ['zh-CN', '条款全文'],
    ['zh-Hant', '條款全文'],
    ['zh-TW', '條款全文'],
    ['zh-HK', '條款全文'],
    ['en-GB', 'Full clause'],
    ['de-DE', 'Ganzer Abschnitt'],
    ['xx', 'Full clause'],
    ['', 'Full clause'],
  ])('speaks %s', (tag, text) => {
    expect(textsFor(tag)('fullClause')).toBe(text);
  });

  it('chooses the plural form, and puts values in as they are', () => {
    const texts = textsFor('en');
    expect(texts('more', { count: 1 })).toBe('1 more is not shown.');
    expect(texts('more', { count: 2 })).toBe('2 more are not shown.');
    expect(texts('today', { name: '<&$t(open){{x}}' })).toContain('<&');
  });
});

it.each([
  ['谁负责？', 'zh'],
  ['担当はどこですか', 'ja'],
  ['누가 담당합니까', 'ko'],
  ['who', 'en'],
  ['', 'en'],
])('textsForText takes %j for %s', (text, language) => {
  expect(textsForText(text).language).toBe(language);
});
