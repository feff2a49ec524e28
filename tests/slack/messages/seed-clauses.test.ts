import { expect, it } from 'vitest';
import { walkClauses } from '../../../src/clauses/clause.ts';
import { parseDocument } from '../../../src/clauses/parse-document.ts';
import { answerMessage } from '../../../src/slack/messages/answer-message.ts';
import { textsFor } from '../../../src/slack/texts/texts-for.ts';
import { clauseView, pagesOf } from '../../../src/slack/views/clause-view.ts';
import { blockKitProblems, messageSize } from '../../fakes/slack/block-kit.ts';
import { viewProblems } from '../../fakes/slack/view-problems.ts';
import { readSeed, seedNames } from '../../seed-documents.ts';
import { makeAnswer, makeQuotation } from '../make-answer.ts';

const options = { answerId: 'a1', isPrivate: true, hasExperts: true };

it.each(seedNames)('every clause of %s fits a message, three together too, and a modal', (name) => {
  const text = readSeed(name);
  const quotations = [...walkClauses(parseDocument('d1', text, name).root)]
    .flatMap(({ span, ownSpan }) => [span, ownSpan].map(({ start, end }) => text.slice(start, end)))
    .filter((quote) => quote.trim() !== '')
    .map((quote) => makeQuotation({ quote }));
  expect(quotations.length).toBeGreaterThan(20);
  quotations.forEach((quotation, index) => {
    for (const answers of [[quotation], quotations.slice(index, index + 3)]) {
      const { text: fallback, blocks } = answerMessage(makeAnswer({ answers }), options);
      expect(blockKitProblems(blocks)).toEqual([]);
      expect(messageSize(blocks)).toBeLessThanOrEqual(9_000);
      expect(fallback.length).toBeLessThanOrEqual(4_000);
    }
    for (let page = 0; page < pagesOf(quotation.quote).length; page += 1) {
      const view = clauseView(quotation, { clauseId: 'c1', page, language: 'zh' }, textsFor('zh'));
      expect(viewProblems(view, 'modal')).toEqual([]);
    }
  });
});
