import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Quotation } from '../../src/answer/answer.ts';
import { newestFirst } from '../../src/answer/newest-first.ts';

function quotation(quote: string, issuedOn: string, score: number): Quotation {
  const document = { id: quote, path: '', title: '', number: '', issuer: '', issuedOn, region: '' };
  const clause = { id: quote, label: '', heading: '', path: [] };
  return { quote, document, clause, span: { start: 0, end: 1 }, citation: '', score, url: null };
}

const older = quotation('固定宽带用户达到1300万户', '2015-01-01', 3);

it('puts the newer of two that speak of one thing first', () => {
  const newer = quotation('固定宽带用户达到1500万户', '2018-01-01', 2.8);
  expect(newestFirst([older, newer])).toEqual([newer, older]);
});

it.each([
  ['answers worse', quotation('固定宽带用户达到1500万户', '2018-01-01', 2.5)],
  ['speaks of something else', quotation('推进智慧旅游建设', '2018-01-01', 2.9)],
  ['has no date', quotation('固定宽带用户达到1500万户', '', 2.9)],
  ['is older', quotation('固定宽带用户达到1100万户', '2012-01-01', 2.9)],
])('leaves the best first where the other %s', (_reason, other) => {
  expect(newestFirst([older, other])).toEqual([older, other]);
});

it('does not believe that a document without a date is older', () => {
  const undated = quotation('固定宽带用户达到1300万户', '', 3);
  const dated = quotation('固定宽带用户达到1500万户', '2018-01-01', 3);
  expect(newestFirst([undated, dated])).toEqual([undated, dated]);
});

it('loses and adds nothing', () => {
  const one = fc
    .tuple(
      fc.constantFrom('宽带用户一万户', '宽带用户两万户', '智慧旅游'),
      fc.integer({ min: 2010, max: 2020 }),
      fc.double({ min: 0, max: 3, noNaN: true }),
    )
    .map(([quote, year, score]) => quotation(quote, `${year}-01-01`, score));
  fc.assert(
    fc.property(fc.array(one, { maxLength: 5 }), (quotations) => {
      const ordered = newestFirst(quotations);
      expect(ordered).toHaveLength(quotations.length);
      expect(new Set(ordered)).toEqual(new Set(quotations));
    }),
  );
});
