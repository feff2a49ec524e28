import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runProgram } from './built-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'clausewise-eval-test-'));
const at = (name: string): string => join(folder, name);
const lines = (entries: object[]): string => entries.map((entry) => JSON.stringify(entry)).join('\n');

const summary = z.strictObject({
  n: z.number().int(),
  ndcg: z.number(),
  recall: z.number(),
  recall100: z.number(),
  mrr: z.number(),
  hit1: z.number(),
  ci95: z.strictObject({ ndcg: z.tuple([z.number(), z.number()]) }),
});
const report = z.strictObject({
  corpus: z.number().int(),
  queries: z.number().int(),
  k: z.number().int(),
  overall: summary,
  byLanguage: z.record(z.string(), summary),
  refusal: z.strictObject({ n: z.number().int(), rate: z.number() }).nullable(),
  seconds: z.strictObject({ index: z.number(), search: z.number() }),
});

beforeAll(() => {
  const corpus = [
    {
      id: 'a',
      title: '供暖法第一条',
      text: '供暖期自十一月十五日起，不少于四个月。室内温度不得低于十八度。',
    },
    { id: 'b', title: '图书馆条例第二条', text: '公共图书馆每周开放时间不少于五十六小时，节假日照常开放。' },
    { id: 'c', title: '养犬规定第三条', text: '携带犬只出户的，应当束犬链，由成年人牵引，避让老人和儿童。' },
    { id: 'd', text: '' },
  ];
  writeFileSync(at('corpus.jsonl.gz'), gzipSync(lines(corpus)));
  writeFileSync(
    at('queries.jsonl'),
    lines([
      { id: '1', text: '家里冬天的温度最低要多少度？', lang: 'zh', gold: ['a'] },
      { id: '2', text: 'How long is the library open every week?', lang: 'en', gold: ['b'] },
      { id: '3', text: '遛狗要拴绳吗？', lang: 'zh', gold: ['c'] },
    ]),
  );
  writeFileSync(at('unanswerable.jsonl'), lines([{ id: '4', text: '贝多芬写了几部交响曲？' }]));
});
afterAll(() => rmSync(folder, { recursive: true }));

const args = ['eval', '--corpus', at('corpus.jsonl.gz'), '--queries', at('queries.jsonl')];

describe('clausewise eval', () => {
  it('measures a small collection, and again from the kept index', async () => {
    const options = [...args, '--unanswerable', at('unanswerable.jsonl'), '--index', at('index'), '--json'];
    const first = await runProgram(options, { env: { INDEX_DIR: folder } });
    expect(first.exitCode, first.stderr).toBe(0);
    const measured = report.parse(JSON.parse(first.stdout));
    expect(measured).toMatchObject({ corpus: 4, queries: 3, k: 10, refusal: { n: 1 } });
    expect(Object.keys(measured.byLanguage)).toEqual(['zh', 'en']);
    expect(measured.overall).toMatchObject({ n: 3, recall: 1, recall100: 1 });
    const { seconds: _first, ...figures } = measured;
    const again = await runProgram(options, { env: { INDEX_DIR: folder } });
    const { seconds: _again, ...same } = report.parse(JSON.parse(again.stdout));
    expect(same).toEqual(figures);
    expect(again.stderr).not.toContain('embedding');
  }, 120_000);

  it('draws a table', async () => {
    const { stdout, exitCode } = await runProgram([...args, '--k', '3', '--index', at('index')], {
      env: { INDEX_DIR: folder },
    });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/nDCG@3 .*recall@100/u);
    expect(stdout.trim().split('\n')).toHaveLength(5);
  }, 120_000);

  it.each<[string, string, string]>([
    ['no JSON', 'x', 'Line 1 of'],
    ['an id twice', '{"id":"a","text":"x"}\n{"id":"a","text":"y"}', 'the id a comes twice'],
    ['no text', '{"id":"a"}', 'text'],
    ['nothing', '', 'it is empty'],
  ])('names file and line of a corpus with %s', async (_name, content, message) => {
    writeFileSync(at('bad.jsonl'), content);
    const { exitCode, stderr } = await runProgram(
      ['eval', '--corpus', at('bad.jsonl'), '--queries', at('queries.jsonl')],
      { env: { INDEX_DIR: folder } },
    );
    expect(exitCode).toBe(1);
    expect(stderr).toContain(message);
    expect(stderr).toContain('bad.jsonl');
  });

  it('names a file that is not there, and a depth that is none', async () => {
    const missing = await runProgram(['eval', '--corpus', at('none'), '--queries', at('queries.jsonl')], {
      env: { INDEX_DIR: folder },
    });
    expect(missing.exitCode).toBe(1);
    expect(missing.stderr).toContain('cannot be read');
    expect((await runProgram([...args, '--k', '0'], { env: { INDEX_DIR: folder } })).exitCode).toBe(2);
  });
});
