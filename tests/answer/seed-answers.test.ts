import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, AnswerQuestion } from '../../src/answer/answer.ts';
import { createAnswerer } from '../../src/answer/create-answerer.ts';
import { quoteClause } from '../../src/answer/quote-clause.ts';
import { QuoteError } from '../../src/errors.ts';
import { followKnowledgeBase, type KnowledgeSource } from '../../src/knowledge/follow-knowledge-base.ts';
import { ingest } from '../../src/knowledge/ingest.ts';
import type { KnowledgeBase } from '../../src/knowledge/knowledge-base.ts';
import { openKnowledgeBase } from '../../src/knowledge/open-knowledge-base.ts';
import { readRegistry } from '../../src/responsibility/read-registry.ts';
import { createHashEmbedder } from '../knowledge/hash-embedder.ts';
import { readSeed, seedNames, seedsFolder } from '../seed-documents.ts';

const seedTexts = seedNames.map(readSeed);
const indexDir = mkdtempSync(join(tmpdir(), 'clausewise-answers-'));
const embedder = createHashEmbedder();
let knowledge: KnowledgeBase;
let source: KnowledgeSource;
let answer: AnswerQuestion;

beforeAll(async () => {
  await ingest({ embedder, now: () => new Date(), onProgress: () => undefined }, [seedsFolder], indexDir);
  const opened = await openKnowledgeBase(indexDir);
  if (opened === null) throw new Error('Expected an index of the seeds, got none.');
  knowledge = opened;
  source = followKnowledgeBase(indexDir, knowledge, (error) => {
    throw error;
  });
  answer = createAnswerer({
    source,
    embedder,
    registry: readRegistry('organizations: []', 'registry.yaml'),
    judgeOf: async () => null,
    now: () => new Date('2026-01-01'),
  });
});

afterAll(() => {
  source.close();
  rmSync(indexDir, { recursive: true });
});

/** Everything that a reader can check of an answer. */
function expectSound({ kind, answers, nearest, reply, confidence }: Answer): void {
  expect(['clauses', 'responsible', 'duties', 'not-found']).toContain(kind);
  expect(answers.length > 0).toBe(kind === 'clauses' || kind === 'responsible');
  expect(reply).not.toBe('');
  expect(confidence).toBeGreaterThanOrEqual(0);
  expect(confidence).toBeLessThanOrEqual(1);
  for (const { quote, span, document, clause, citation } of [...answers, ...nearest]) {
    const inIndex = knowledge.findClause(clause.id);
    const text = seedTexts.find((seed) => seed === knowledge.textOf(document.id));
    expect(quote.trim()).not.toBe('');
    expect(quote).toBe(text?.slice(span.start, span.end));
    expect(span.start).toBeGreaterThanOrEqual(inIndex?.span.start ?? Number.POSITIVE_INFINITY);
    expect(span.end).toBeLessThanOrEqual(inIndex?.span.end ?? Number.NEGATIVE_INFINITY);
    expect(citation).not.toBe('');
  }
}

/** A stretch of a seed, wherever it begins and ends. */
const slice = fc
  .tuple(fc.constantFrom(...seedTexts), fc.nat(), fc.integer({ min: 1, max: 80 }))
  .map(([text, at, length]) => text.slice(at % text.length, (at % text.length) + length));
const unicode = fc.string({ unit: 'binary', maxLength: 60 });

describe('an answer from the seeds', () => {
  it('quotes to the letter whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(slice, unicode, fc.tuple(slice, unicode).map(String)), async (text) => {
        expectSound(await answer({ id: 'q', text }));
      }),
      { numRuns: 200 },
    );
  });

  it('finds a sentence by its own words', async () => {
    const text = '支持大中型制造企业通过互联网平台整合供应链';
    const sentence = '发展基于互联网的众包设计研发、网络化协同制造等新模式';
    for (const question of [text, sentence]) expectSound(await answer({ id: 'q', text: question }));
    const { answers } = await answer({ id: 'q', text: sentence });
    expect(answers.some(({ quote }) => quote.includes(sentence))).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n\t　'],
    ['an emoji', '😀'],
    ['marks', '？？？!!'],
    ['100,000 characters', '信息消费'.repeat(25_000)],
    ['100,000 characters without a space', 'a'.repeat(100_000)],
    ['an unpaired surrogate', '信息\uD83D消费'],
    ['a surrogate alone', '\uDC00'],
    ['a NUL', '信息\u0000消费'],
    ['an FTS5 operator', '"NEAR('],
    ['more of FTS5', 'body : "信息" AND NOT ( OR * ^ NEAR/2 -'],
    ['SQL', "'; DROP TABLE clauses; --"],
    ['a regular expression', '(信息|消费)+[^'],
    ['another script', 'ข้อมูลการบริโภค'],
  ])('is given without an exception for %s', async (_what, text) => {
    const given = await answer({ id: 'q7', text });
    expectSound(given);
    expect(given).toMatchObject({ id: 'q7', question: text });
  });

  it('asks for a question where there is none', async () => {
    expect(await answer({ id: 'q', text: '？' })).toMatchObject({
      kind: 'not-found',
      answers: [],
      nearest: [],
    });
  });
});

describe('quoteClause', () => {
  it('refuses what is empty, reversed or outside of the clause', () => {
    const clause = knowledge.listDocuments().flatMap(({ id }) => knowledge.clausesOf(id))[1];
    if (clause === undefined) throw new Error('Expected clauses, got none.');
    const { start, end } = clause.span;
    expect(quoteClause(knowledge, clause, { start, end }, 1).quote).toBe(
      knowledge.textOf(clause.documentId).slice(start, end),
    );
    for (const span of [
      { start, end: start },
      { start: end, end: start },
      { start: start - 1, end },
      { start, end: end + 1 },
      { start: Number.NaN, end },
    ]) {
      expect(() => quoteClause(knowledge, clause, span, 1)).toThrowError(QuoteError);
    }
  });

  it('refuses a clause whose document is not in the index', () => {
    const clause = knowledge.clausesOf(knowledge.listDocuments()[0]?.id ?? '')[0];
    if (clause === undefined) throw new Error('Expected clauses, got none.');
    const stray = { ...clause, documentId: 'none' };
    expect(() => quoteClause(knowledge, stray, clause.span, 1)).toThrowError(QuoteError);
  });
});
