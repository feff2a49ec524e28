import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { type ProgramOptions, type ProgramRun, runProgram, startProgram } from './built-program.ts';
import { answerSchema } from './contract-schemas.ts';
import { expectSentence } from './expect-sentence.ts';
import { decodedText, sharedIndex, sharedIndexTimeoutMs } from './shared-index.ts';

const chinese = '湖北省到2018年要建成多少家智能制造示范工厂？';
const expected = '发展或建成100家标志性智能制造示范工厂';

type AnswerJson = z.infer<typeof answerSchema>;

let index: string;
let folder: string;

beforeAll(async () => {
  index = await sharedIndex();
  folder = mkdtempSync(join(tmpdir(), 'clausewise-ask-'));
}, sharedIndexTimeoutMs);

afterAll(() => rmSync(folder, { recursive: true }));

const ask = (args: string[], options: Partial<ProgramOptions> = {}) =>
  runProgram(['ask', ...args], { env: { INDEX_DIR: index }, ...options });

/** Checks every line of `ask --json` against the contract, and every quotation against its file. */
function readAnswers(stdout: string): AnswerJson[] {
  expect(stdout.endsWith('\n')).toBe(true);
  const answers = stdout
    .trimEnd()
    .split('\n')
    .map((line) => answerSchema.parse(JSON.parse(line)));
  for (const { quote, document, span } of answers.flatMap(({ answers, nearest }) => [
    ...answers,
    ...nearest,
  ])) {
    expect(decodedText(document.path).slice(span.start, span.end)).toBe(quote);
  }
  return answers;
}

function writeBatch(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

/** As JSON.stringify does it: an unpaired surrogate is escaped. */
const question = (id: string, q: string) => JSON.stringify({ id, q });

describe('ask', () => {
  it('prints the clause verbatim with its citation, and the same in JSON', async () => {
    const text = await ask([chinese]);
    const json = await ask(['--json', chinese]);
    expect(json).toMatchObject({ exitCode: 0, stderr: '' });
    const answers = readAnswers(json.stdout);
    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatchObject({ question: chinese, language: 'zh', kind: 'clauses' });
    const [first] = answers[0]?.answers ?? [];
    expect(first?.quote).toContain(expected);
    expect(first?.document.number).toBe('鄂政发〔2015〕80号');
    expect(first?.citation).toMatch(/^《.+》（鄂政发〔2015〕80号）二、[（(]一[）)]/u);

    expect(text).toMatchObject({ exitCode: 0, stderr: '' });
    for (const { quote, citation } of answers[0]?.answers ?? []) {
      for (const line of quote.split('\n')) expect(text.stdout).toContain(line.trim());
      expect(text.stdout).toContain(citation);
    }
  });

  it('takes an empty question', async () => {
    const run = await ask(['--json', '']);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(readAnswers(run.stdout)).toMatchObject([{ kind: 'not-found', question: '', nearest: [] }]);
  });
});

describe('ask --batch', () => {
  const questions: [string, string][] = [
    ['z', chinese],
    ['', ''],
    ['en', 'How will telecom fraud be combated?'],
    ['emoji', '🤖🏭❓'],
    ['emoji-in-words', '湖北👩‍👩‍👧的智能制造🏭示范工厂有多少？'],
    ['long', '智慧湖北建设'.repeat(20_000).slice(0, 100_000)],
    ['long-without-spaces', 'x'.repeat(100_000)],
    ['surrogate', '\ud800'],
    ['surrogate-in-words', '智能制造\udc00示范工厂'],
    ['fts', '" OR NEAR( -'],
    ['fts-in-words', '智能制造" OR body:工厂* NEAR(湖北, 2) AND NOT ^"'],
    ['nul', '智能\u0000制造'],
    ['lines', '智能制造\n示范工厂\r\n有多少？'],
  ];
  const withHistory = JSON.stringify({ id: 'history', q: '到2018年呢？', history: [chinese] });
  let run: ProgramRun;

  beforeAll(async () => {
    const lines = questions.map(([id, q]) => question(id, q));
    run = await ask(['--batch', writeBatch('questions.jsonl', [...lines, withHistory]), '--json']);
  });

  it('answers a line a line in the same order, whatever is asked', () => {
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    const answers = readAnswers(run.stdout);
    expect(answers.map(({ id, question }) => [id, question])).toEqual([
      ...questions,
      ['history', '到2018年呢？'],
    ]);
  });

  it.each(['', 'emoji', 'surrogate'])('finds nothing for the question "%s", which has no words', (id) => {
    const answer = readAnswers(run.stdout).find((candidate) => candidate.id === id);
    expect(answer).toMatchObject({ kind: 'not-found', nearest: [] });
  });

  it('finds the Chinese clause for an English question and replies in English', () => {
    const answer = readAnswers(run.stdout).find(({ id }) => id === 'en');
    expect(answer).toMatchObject({ language: 'en', kind: 'clauses' });
    expect(answer?.answers[0]?.quote).toContain('严厉打击电信网络诈骗');
    expect(answer?.reply).toMatch(/^[\p{Script=Latin}\p{P}\p{Z}\d]+$/u);
  });

  it.each([
    ['no JSON', 'what?'],
    ['a question that is no text', '{"id":"2","q":5}'],
  ])('names file and line of a line with %s', async (name, line) => {
    const path = writeBatch(`${name}.jsonl`, [question('1', ''), line]);
    expectSentence(await ask(['--batch', path, '--json']), path, 'Line 2 ');
  });

  it('names a file that is not there', async () => {
    const path = join(folder, 'nowhere.jsonl');
    const run = await ask(['--batch', path, '--json']);
    expectSentence(run, path);
    expect(run.stdout).toBe('');
  });
});

describe('ask without an index', () => {
  it('builds that of DOCUMENTS_DIR first and says so on stderr', async () => {
    const documents = join(folder, 'documents');
    mkdirSync(documents);
    writeFileSync(
      join(documents, 'parks.txt'),
      '公园管理办法\n第一条 公园每日六时开放。\n第二条 犬只须系绳。\n',
    );
    const env = { INDEX_DIR: join(folder, 'first-index'), DOCUMENTS_DIR: documents };
    const run = await ask(['--json', '公园几点开门？'], { env });
    expect(run.exitCode).toBe(0);
    expect(run.stderr).toMatch(/no index/u);
    expect(run.stderr).toContain(documents);
    const [answer] = readAnswers(run.stdout);
    expect(answer?.answers[0]?.quote ?? answer?.nearest[0]?.quote).toContain('公园每日六时开放。');
  });
});

describe('a reader of stdout that goes away', () => {
  it('after some bytes, ends the program without a word', async () => {
    const lines = Array.from({ length: 20 }, (_, n) => question(String(n), chinese));
    const path = writeBatch('many.jsonl', lines);
    const shell = '{ "$@"; echo "exit $?" >&2; } | head -c 10';
    const run = await ask(['--batch', path, '--json'], { shell });
    expect(run.stdout).toHaveLength(10);
    expect(run.stderr).toBe('exit 0\n');
  });

  it('before the first byte, ends the program without a word', async () => {
    const program = await startProgram(['ask', '--json', chinese], { env: { INDEX_DIR: index } });
    program.process.stdin?.end();
    program.process.stdout?.destroy();
    expect(await program.ended).toBe(0);
    expect(program.output.stderr).toBe('');
  });
});
