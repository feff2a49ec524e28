import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  consultationMessage,
  consultedMessage,
  relayMessage,
  resolvedConsultation,
  resolvedMessage,
} from '../../../src/slack/messages/consultation-messages.ts';
import { textsFor } from '../../../src/slack/texts/texts-for.ts';
import { homeView } from '../../../src/slack/views/home-view.ts';
import { responsibleView } from '../../../src/slack/views/responsible-view.ts';
import { resultsView } from '../../../src/slack/views/results-view.ts';
import { blockKitProblems, messageSize } from '../../fakes/slack/block-kit.ts';
import { makeAnswer, makeQuotation } from '../make-answer.ts';

const hostile = fc.constantFrom(
  '<!channel>',
  '<!here|x>',
  '<@U1>',
  '<#C1>',
  '<https://x.example|y>',
  'https://x.example',
  '&lt;!channel&gt;',
  '*b* _i_ ~s~ `c`',
  '\u202Eabc\u2066',
  '\n> ',
);
const anyText = fc
  .array(fc.oneof(hostile, fc.string({ unit: 'binary' })), { maxLength: 12 })
  .map((parts) => parts.join(''));
const texts = textsFor('en');

/** Everything that Slack would parse: it parses mrkdwn objects, and nothing in rich text and plain text. */
function parsed(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(parsed);
  if (typeof value !== 'object' || value === null) return [];
  const isMarkup = 'type' in value && (value.type === 'mrkdwn' || value.type === 'markdown');
  return isMarkup ? [JSON.stringify(value)] : Object.values(value).flatMap(parsed);
}

describe('what people and documents say is never parsed as markup', () => {
  it('in the messages around a question for the experts', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.constantFrom('en', 'zh', 'ja'), (question, words, language) => {
        const quotation = makeQuotation({ quote: words, citation: question });
        const answer = makeAnswer({
          kind: 'not-found',
          language,
          question,
          answers: [],
          nearest: [quotation],
        });
        const asked = consultationMessage(answer, {
          asker: 'U1',
          answerId: 'a1',
          link: 'https://x.example/p',
        });
        const messages = [
          asked,
          consultedMessage('https://x.example/p', texts),
          relayMessage('U1', words, texts),
          resolvedMessage('U1', texts),
          { text: 'x', blocks: resolvedConsultation(asked.blocks, 'U1', texts) },
        ];
        for (const { text, blocks } of messages) {
          expect(text).not.toMatch(/[<>]/);
          expect(text.length).toBeLessThanOrEqual(4_000);
          expect(parsed(blocks)).toEqual([]);
          expect(blockKitProblems(blocks)).toEqual([]);
          expect(messageSize(blocks)).toBeLessThanOrEqual(10_000);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('in the views', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const document = { ...makeQuotation().document, title: text, number: text, issuer: text };
        const quotation = makeQuotation({ quote: text, citation: text, document });
        const unit = {
          name: text,
          canonical: text,
          role: 'lead' as const,
          inheritedFrom: null,
          clause: 'c1',
          evidence: text,
          evidenceSpan: { documentId: 'd1', start: 0, end: 1 },
        };
        const home = { documents: [document], examples: [text], recent: [text] };
        for (const view of [
          homeView(home, texts),
          responsibleView(text, [unit], texts),
          resultsView([quotation], 'en', texts),
        ])
          expect(parsed(view)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
