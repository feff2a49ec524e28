import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Responsible } from '../../../src/answer/answer.ts';
import { textsFor } from '../../../src/slack/texts/texts-for.ts';
import { clauseView, pagesOf, readClausePage } from '../../../src/slack/views/clause-view.ts';
import { feedbackView } from '../../../src/slack/views/feedback-view.ts';
import { homeView } from '../../../src/slack/views/home-view.ts';
import { responsibleView } from '../../../src/slack/views/responsible-view.ts';
import { resultsView } from '../../../src/slack/views/results-view.ts';
import { suggestedPrompts } from '../../../src/slack/views/suggested-prompts.ts';
import { stringsOf } from '../../fakes/slack/block-kit.ts';
import { viewProblems } from '../../fakes/slack/view-problems.ts';
import { makeQuotation } from '../make-answer.ts';

const hostile = fc.constantFrom('<!channel>', '<@U1>', '\u202E', '😀', '\n', '。', '\uD800', '&lt;');
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.tuple(hostile, fc.nat(9_000)).map(([part, times]) => part.repeat(times)),
);
const anyLanguage = fc.constantFrom('zh', 'zh-Hant', 'en', 'ja', 'ko', 'de', 'fr', 'es');
const anyQuotation = fc.record({
  quote: anyText,
  citation: anyText,
  path: fc.array(anyText, { maxLength: 4 }),
});
const anyUnit: fc.Arbitrary<Responsible> = fc.record({
  name: anyText,
  canonical: anyText,
  role: fc.constantFrom('lead' as const, 'support' as const, 'joint' as const),
  inheritedFrom: fc.constantFrom(null, 'c0'),
  clause: anyText,
  evidence: anyText,
  evidenceSpan: fc.record({ documentId: anyText, start: fc.nat(), end: fc.nat() }),
});

function quotation({ quote, citation, path }: { quote: string; citation: string; path: string[] }) {
  return makeQuotation({ quote, citation, clause: { id: 'c1', label: '', heading: '', path } });
}

describe('views stay inside the limits of Slack', () => {
  it('for one clause, page by page, and its pages are the clause to the letter', () => {
    fc.assert(
      fc.property(anyQuotation, anyLanguage, fc.nat(9), (given, language, page) => {
        const view = clauseView(quotation(given), { clauseId: 'c1', page, language }, textsFor(language));
        expect(viewProblems(view, 'modal')).toEqual([]);
        expect(readClausePage(view.private_metadata ?? '')?.page).toBeLessThanOrEqual(page);
        expect(pagesOf(given.quote).join('')).toBe(given.quote);
        expect(
          pagesOf(given.quote).every(
            (text) => !/^[\uDC00-\uDFFF]/.test(text) || given.quote.startsWith(text),
          ),
        ).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('for units, results, the Home tab and the form', () => {
    fc.assert(
      fc.property(
        fc.array(anyQuotation, { maxLength: 10 }),
        fc.array(anyUnit, { maxLength: 80 }),
        fc.array(anyText, { maxLength: 60 }),
        anyLanguage,
        (quotations, units, lines, language) => {
          const texts = textsFor(language);
          const documents = lines.map((title) => ({ ...makeQuotation().document, title }));
          const home = { documents, examples: lines.slice(0, 4), recent: lines.slice(0, 5) };
          expect(viewProblems(responsibleView(lines[0] ?? '', units, texts), 'modal')).toEqual([]);
          expect(viewProblems(resultsView(quotations.map(quotation), language, texts), 'modal')).toEqual([]);
          expect(viewProblems(homeView(home, texts), 'home')).toEqual([]);
          expect(viewProblems(feedbackView('a1', texts), 'modal')).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('suggestedPrompts', () => {
  it('are at most four, ask who where somebody is responsible, and end with the documents', () => {
    const topics = Array.from({ length: 9 }, (_, n) => ({ topic: `智慧${n}`, isAssigned: n % 2 === 0 }));
    expect(suggestedPrompts(topics, textsFor('zh')).map(({ message }) => message)).toEqual([
      '智慧0由谁负责？',
      '关于智慧1，文件是怎么规定的？',
      '智慧2由谁负责？',
      '有哪些文件？',
    ]);
    expect(suggestedPrompts([], textsFor('en'))).toHaveLength(1);
  });
});

it('the Home tab says so when nothing was asked yet', () => {
  const view = homeView({ documents: [makeQuotation().document], examples: [], recent: [] }, textsFor('en'));
  expect(stringsOf(view, ['text'])).toContain('You have not asked anything yet.');
  expect(stringsOf(view, ['text'])).toContain('1 document');
});
