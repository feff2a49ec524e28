import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, AnswerDocument, Quotation } from '../../../src/answer/answer.ts';
import { answerMessage } from '../../../src/slack/messages/answer-message.ts';
import { blockKitProblems, messageSize, stringsOf } from '../../fakes/slack/block-kit.ts';
import { makeAnswer, makeQuotation } from '../make-answer.ts';

const hostile = fc.constantFrom(
  '<!channel>',
  '<@U1>',
  '<https://x.example|y>',
  '&lt;',
  '\u202Eabc',
  '😀',
  '\uD800',
  '*b*',
  '\n',
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.oneof(hostile, fc.string()), { maxLength: 30 }).map((parts) => parts.join('')),
  fc.tuple(hostile, fc.nat(2_000)).map(([part, times]) => part.repeat(times)),
);
const anyDocument: fc.Arbitrary<AnswerDocument> = fc.record({
  id: anyText,
  path: anyText,
  title: anyText,
  number: anyText,
  issuer: anyText,
  issuedOn: anyText,
  region: anyText,
});
const anyClause = fc.record({
  id: anyText,
  label: anyText,
  heading: anyText,
  path: fc.array(anyText, { maxLength: 3 }),
});
const anySpan = fc.record({ start: fc.nat(), end: fc.nat() });
const anyRole = fc.constantFrom('lead' as const, 'support' as const, 'joint' as const);
const anyQuotation: fc.Arbitrary<Quotation> = fc.record({
  quote: anyText,
  document: anyDocument,
  clause: anyClause,
  span: anySpan,
  citation: anyText,
  score: fc.double(),
  url: fc.oneof(
    fc.constant(null),
    anyText,
    fc.webUrl(),
    fc.constant(`https://x.example/${'a&'.repeat(400)}`),
  ),
});
const anyAnswer: fc.Arbitrary<Answer> = fc.record({
  id: anyText,
  question: anyText,
  language: fc.constantFrom('zh', 'zh-Hant', 'en', 'de', ''),
  kind: fc.constantFrom('clauses', 'responsible', 'duties', 'documents', 'not-found'),
  answers: fc.array(anyQuotation, { maxLength: 7 }),
  responsible: fc.array(
    fc.record({
      name: anyText,
      canonical: anyText,
      role: anyRole,
      inheritedFrom: fc.constant(null),
      clause: anyText,
      evidence: anyText,
      evidenceSpan: fc.record({ documentId: anyText, start: fc.nat(), end: fc.nat() }),
    }),
  ),
  duties: fc.array(
    fc.record({
      unit: anyText,
      role: anyRole,
      clause: anyClause,
      document: anyDocument,
      quote: anyText,
      span: anySpan,
    }),
  ),
  nearest: fc.array(anyQuotation, { maxLength: 7 }),
  confidence: fc.double(),
  notices: fc.array(anyText),
  reply: anyText,
  timings: fc.record({
    interpretMs: fc.nat(),
    embedMs: fc.nat(),
    searchMs: fc.nat(),
    answerMs: fc.nat(),
    totalMs: fc.nat(),
  }),
});

/** The texts inside of quote elements, in order. */
function quotesOf(blocks: unknown): string[] {
  if (Array.isArray(blocks)) return blocks.flatMap(quotesOf);
  if (typeof blocks !== 'object' || blocks === null) return [];
  const isQuote = 'type' in blocks && blocks.type === 'rich_text_quote';
  return isQuote ? stringsOf(blocks, ['text']) : Object.values(blocks).flatMap(quotesOf);
}

function textOf(blocks: unknown): string {
  return stringsOf(blocks, ['text']).join('\n');
}

const options = { answerId: 'a1', isPrivate: false, hasExperts: false };
const answerBlocks = (answer: Answer, changes: Partial<typeof options> = {}) =>
  answerMessage(answer, { ...options, ...changes });
/** Without the buttons, whose labels are ours. */
const contentOf = (blocks: readonly { type: string }[]) =>
  blocks.filter(({ type }) => type !== 'actions' && type !== 'context_actions');

describe('answerMessage', () => {
  it('stays inside every limit of Slack, whatever the answer holds', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const { text, blocks } = answerBlocks(answer, { isPrivate: true, hasExperts: true });
        expect(blockKitProblems(blocks)).toEqual([]);
        expect(messageSize(blocks)).toBeLessThanOrEqual(9_000);
        expect(text.length).toBeGreaterThan(0);
        expect(text.length).toBeLessThanOrEqual(4_000);
        expect(() => encodeURIComponent(text)).not.toThrow();
      }),
      { numRuns: 10_000 },
    );
  }, 300_000);

  it('still quotes from every clause when all parts are as long and as costly as can be', () => {
    const long = '&'.repeat(9_000);
    const { document, clause } = makeQuotation();
    const quotation = makeQuotation({
      quote: long,
      citation: long,
      document: { ...document, title: long, number: long },
      clause: { ...clause, path: [long] },
      url: `https://x.example/${'a'.repeat(280)}`,
    });
    const { text, blocks } = answerBlocks(
      makeAnswer({ reply: long, notices: Array(9).fill(long), answers: Array(9).fill(quotation) }),
      { isPrivate: true, hasExperts: true },
    );
    expect(messageSize(blocks)).toBeLessThanOrEqual(9_000);
    expect(text.length).toBeLessThanOrEqual(4_000);
    expect(quotesOf(blocks).every((quote) => quote.length >= 20)).toBe(true);
  });

  it('quotes verbatim: each quote element is a prefix of its quotation, cut between code points', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const shown = quotesOf(answerBlocks(answer).blocks);
        const duties = answer.kind === 'duties' && answer.answers.length === 0 ? answer.duties : [];
        const source = [...(answer.kind === 'not-found' ? answer.nearest : answer.answers), ...duties]
          .map(({ quote }) => quote)
          .filter((quote) => quote.trim() !== '');
        expect(shown.length).toBe(Math.min(source.length, 5));
        shown.forEach((quote, index) => {
          const whole = source[index] ?? '';
          expect(whole.startsWith(quote)).toBe(true);
          expect([...whole].slice(0, [...quote].length).join('')).toBe(quote);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('never lets text become markup', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const { text, blocks } = answerBlocks(answer);
        expect(text).not.toMatch(/[<>]/);
        expect(text.replaceAll(/&(amp|lt|gt);/g, '')).not.toContain('&');
        // Rich text elements are not parsed; the objects that are would have these types.
        expect(JSON.stringify(contentOf(blocks))).not.toMatch(
          /"type":"(mrkdwn|plain_text|user|broadcast|channel|usergroup)"/,
        );
      }),
    );
  });

  it('keeps direction controls out of labels', () => {
    const { blocks } = answerBlocks(
      makeAnswer({
        reply: 'a\u202Eb',
        answers: [makeQuotation({ citation: 'c\u2066d', quote: 'x\u202Ey' })],
      }),
    );
    expect(textOf(blocks)).toContain('ab');
    expect(textOf(blocks)).toContain('cd');
    expect(quotesOf(blocks)).toEqual(['x\u202Ey']);
  });

  it('shows reply, headings, quote, citation, document and notices in this order', () => {
    const { text, blocks } = answerBlocks(makeAnswer({ notices: ['已被新文件取代。'] }));
    expect(stringsOf(contentOf(blocks), ['text'])).toEqual([
      '找到一条相关条款。',
      '二、重点任务 › （一）互联网+制造',
      '（一）互联网+制造。由省经信委牵头，省发改委、省科技厅配合。',
      '《省人民政府关于加快推进“互联网+”行动的实施意见》（鄂政发〔2015〕80号）二、（一）',
      '湖北省人民政府 · 2015-12-24',
      '⚠ 已被新文件取代。',
    ]);
    expect(text).toContain('“（一）互联网+制造。由省经信委牵头，省发改委、省科技厅配合。”');
  });

  it('says outside of the quote that a long quote is cut, and where the whole is', () => {
    const quote = '条'.repeat(5_000);
    const { blocks } = answerBlocks(
      makeAnswer({ answers: [makeQuotation({ quote, citation: '《甲》一' })] }),
    );
    expect(quotesOf(blocks)).toEqual(['条'.repeat(2_900)]);
    expect(textOf(blocks)).toContain('…（全文见 《甲》一）');
  });

  it('marks the nearest clauses as not an answer', () => {
    const { text, blocks } = answerBlocks(
      makeAnswer({
        kind: 'not-found',
        language: 'en',
        reply: 'Not found.',
        answers: [],
        nearest: [makeQuotation()],
      }),
    );
    expect(textOf(blocks)).toContain('The nearest clauses, which are not an answer:');
    expect(text).toContain('not an answer');
  });

  it('says nothing but the reply to small talk', () => {
    const { blocks } = answerBlocks(makeAnswer({ kind: 'not-found', answers: [], reply: '不客气！' }));
    expect(stringsOf(contentOf(blocks), ['text'])).toEqual(['不客气！']);
  });

  it('names who is responsible, with the role and the name of today', () => {
    const { blocks } = answerBlocks(
      makeAnswer({
        kind: 'responsible',
        responsible: [
          {
            name: '省经信委',
            canonical: '湖北省经济和信息化厅',
            role: 'lead',
            inheritedFrom: null,
            clause: 'c1',
            evidence: '省经信委牵头',
            evidenceSpan: { documentId: 'd1', start: 0, end: 6 },
          },
        ],
      }),
    );
    expect(textOf(blocks)).toContain('责任单位：省经信委 (牵头，现为湖北省经济和信息化厅)');
  });

  it('keeps the innermost headings where a head line makes the path long', () => {
    const { clause } = makeQuotation();
    const path = [
      '第一编',
      `第一章${'总则'.repeat(50)}`,
      `第五条 ${'有下列情形之一的，'.repeat(15)}：`,
      '（三）',
    ];
    const text = textOf(
      answerBlocks(makeAnswer({ answers: [makeQuotation({ clause: { ...clause, path } })] })).blocks,
    );
    expect(text).toContain('… › 第五条 有下列情形之一的，');
    expect(text).toContain('… › （三）');
    expect(text).not.toContain('第一章');
  });

  it('says how many quotations are not shown', () => {
    const { blocks } = answerBlocks(
      makeAnswer({ answers: Array.from({ length: 8 }, () => makeQuotation()) }),
    );
    expect(quotesOf(blocks)).toHaveLength(5);
    expect(textOf(blocks)).toContain('另有 3 条未显示。');
  });

  it('offers each clause in full, who is responsible, more, and what fits the place', () => {
    const actionIds = (answer: Answer, changes: Partial<typeof options>) =>
      stringsOf(answerBlocks(answer, changes).blocks, ['action_id']);
    const two = makeAnswer({ answers: [makeQuotation(), makeQuotation()] });
    const each = ['full_clause', 'who_is_responsible'];
    expect(actionIds(two, {})).toEqual([...each, ...each, 'more_results', 'answer_feedback']);
    expect(actionIds(makeAnswer(), { isPrivate: true })).toEqual([
      ...each,
      'more_results',
      'share_answer',
      'answer_feedback',
    ]);
    const unanswered = makeAnswer({ kind: 'not-found', answers: [], nearest: [makeQuotation()] });
    expect(actionIds(unanswered, { hasExperts: true })).toEqual([
      'full_clause',
      'more_results',
      'ask_colleague',
      'answer_feedback',
    ]);
    expect(actionIds(makeAnswer({ kind: 'not-found', answers: [] }), { hasExperts: true })).toEqual([]);
  });

  it('links into the viewer only with a web address', () => {
    const urls = (url: string) =>
      stringsOf(answerBlocks(makeAnswer({ answers: [makeQuotation({ url })] })).blocks, ['url']);
    expect(urls('https://viewer.example/d1#c1')).toEqual(['https://viewer.example/d1#c1']);
    expect(urls('javascript:alert(1)')).toEqual([]);
  });
});
