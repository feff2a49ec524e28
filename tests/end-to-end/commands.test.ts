import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { repository, runProgram } from './built-program.ts';
import { documentsSchema, type OutlineNode, outlineSchema, shownClauseSchema } from './contract-schemas.ts';
import { expectSentence, messagesOf } from './expect-sentence.ts';
import { decodedText, sharedIndex, sharedIndexTimeoutMs } from './shared-index.ts';

const commands = [
  'start',
  'ingest',
  'ask',
  'chat',
  'documents',
  'show',
  'changes',
  'units',
  'duties',
  'unanswered',
  'feedback',
  'eval',
  'doctor',
];

const seedNames = [
  '000_f62b7695849a2f81.txt',
  '001_14c60f1c7ea09ca2.txt',
  '002_20fc34013f6e3b40.txt',
  '003_156ef0500c772a0d.txt',
  '004_78d5ad8da48b7051.txt',
];

let index: string;

beforeAll(async () => {
  index = await sharedIndex();
}, sharedIndexTimeoutMs);

const run = (args: readonly string[], options: { stdin?: string; cwd?: string } = {}) =>
  runProgram(args, { env: { INDEX_DIR: index }, ...options });

describe('wrong usage', () => {
  it.each([
    ['an unknown option', ['ask', '--frobnicate', 'q'], '--frobnicate'],
    ['an unknown command', ['frobnicate'], 'frobnicate'],
    ['no folder to ingest', ['ingest'], 'dir'],
    ['no document to show', ['show'], 'doc'],
    ['neither a question nor a file', ['ask'], '--batch'],
    ['a question and a file', ['ask', 'q', '--batch', 'f.jsonl'], '--batch'],
    ['an option without its value', ['documents', '--index'], '--index'],
    ['an index folder without a name', ['documents', '--index', ''], '--index'],
    ['no unit', ['duties'], 'unit'],
    ['a day that is none', ['changes', '--since', '2024-02-30'], '--since'],
    ['an argument too many', ['documents', 'more'], 'documents'],
  ])('(%s) is exit code 2 with a message that names it', async (_, args, named) => {
    const { exitCode, stdout, stderr } = await run(args);
    expect(stderr).toContain(named);
    expect(stderr).not.toContain('    at ');
    expect(stdout).toBe('');
    expect(exitCode).toBe(2);
  });

  it('(no command) is exit code 2 with the help on stderr', async () => {
    const { exitCode, stdout, stderr } = await run([]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('ingest');
  });

  it('of the environment is exit code 1 and names the variable', async () => {
    expectSentence(await runProgram(['documents'], { env: { INDEX_DIR: index, PORT: 'many' } }), 'PORT');
  });
});

describe('--help', () => {
  it('lists every command', async () => {
    const { exitCode, stdout, stderr } = await run(['--help']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    for (const command of commands) expect(stdout).toMatch(new RegExp(`^ +${command}\\b`, 'mu'));
  });

  it.each(commands)('of %s goes to stdout', async (command) => {
    const { exitCode, stdout, stderr } = await run([command, '--help']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^Usage: clausewise ${command}\\b`, 'u'));
  });
});

type Documents = z.infer<typeof documentsSchema>;

async function listDocuments(): Promise<Documents> {
  const { exitCode, stdout, stderr } = await run(['documents', '--json']);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  return documentsSchema.parse(JSON.parse(stdout));
}

async function showOutline(document: string, cwd = repository): Promise<z.infer<typeof outlineSchema>> {
  const { exitCode, stdout, stderr } = await run(['show', document, '--json'], { cwd });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  return outlineSchema.parse(JSON.parse(stdout));
}

function* walk(
  nodes: readonly OutlineNode[],
  parents: OutlineNode[] = [],
): Generator<[OutlineNode, OutlineNode[]]> {
  for (const node of nodes) {
    yield [node, parents];
    yield* walk(node.children, [...parents, node]);
  }
}

describe('documents', () => {
  it('lists what is indexed', async () => {
    const documents = await listDocuments();
    expect(documents.map(({ path }) => path)).toEqual(seedNames.map((name) => `seeds/${name}`));
    expect(new Set(documents.map(({ id }) => id)).size).toBe(5);
    for (const { format, clauses, sentences } of documents) {
      expect(format).toBe('txt');
      expect(clauses).toBeGreaterThan(10);
      expect(sentences).toBeGreaterThan(clauses);
    }
    expect(documents[0]).toMatchObject({ number: '鄂政发〔2015〕80号', issuer: '湖北省人民政府' });
    const { exitCode, stdout } = await run(['documents']);
    expect(exitCode).toBe(0);
    for (const { title, path } of documents) {
      expect(stdout).toContain(title);
      expect(stdout).toContain(path);
    }
  });
});

describe('show', () => {
  it.each(seedNames)('%s is covered by its outline without gap or overlap', async (name) => {
    const { text, outline } = await showOutline(name);
    expect(text).toBe(decodedText(`seeds/${name}`));
    let end = 0;
    for (const { span } of outline) {
      expect(span.start).toBe(end);
      end = span.end;
    }
    expect(end).toBe(text.length);
    const nodes = [...walk(outline)];
    expect(new Set(nodes.map(([{ id }]) => id)).size).toBe(nodes.length);
    for (const [node, parents] of nodes) {
      const parent = parents.at(-1);
      // The label is as printed, whatever space stands in or before it.
      const printed = text.slice(node.span.start, node.span.end).trimStart();
      expect(printed.startsWith(node.label.trimStart())).toBe(true);
      if (parent === undefined) continue;
      expect(node.span.start).toBeGreaterThanOrEqual(parent.span.start);
      expect(node.span.end).toBeLessThanOrEqual(parent.span.end);
    }
  });

  it('finds a document by id, path and file name, from any folder', async () => {
    const [document] = await listDocuments();
    const name = seedNames[0] ?? '';
    const byName = await showOutline(name);
    expect(byName.document.id).toBe(document?.id);
    expect(await showOutline(document?.id ?? '')).toEqual(byName);
    expect(await showOutline(`seeds/${name}`)).toEqual(byName);
    const elsewhere = await showOutline(resolve(repository, 'seeds', name), tmpdir());
    expect(resolve(tmpdir(), elsewhere.document.path)).toBe(resolve(repository, 'seeds', name));
    expect(elsewhere.outline).toEqual(byName.outline);
  });

  it('draws the outline as text', async () => {
    const { exitCode, stdout } = await run(['show', seedNames[0] ?? '']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('“互联网+”先进制造');
    expect(() => JSON.parse(stdout)).toThrow();
  });

  it('prints a clause in full, with what stands above it', async () => {
    const { text, outline, document } = await showOutline(seedNames[0] ?? '');
    const nested = [...walk(outline)].find(([, parents]) => parents.length >= 2);
    if (nested === undefined) throw new Error('Expected a clause at the third level, got none.');
    const [node, parents] = nested;
    const { exitCode, stdout, stderr } = await run(['show', document.id, node.id, '--json']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const shown = shownClauseSchema.parse(JSON.parse(stdout));
    expect(shown.document).toEqual(document);
    expect(shown.clause).toEqual(node);
    expect(shown.text).toBe(text.slice(node.span.start, node.span.end));
    expect(shown.parents.map(({ children: _, ...parent }) => parent)).toEqual(
      parents.map(({ children: _, ...parent }) => parent),
    );
    const plain = await run(['show', document.id, node.id]);
    expect(plain).toMatchObject({ exitCode: 0, stdout: `${shown.text}\n` });
  });

  it('prints a clause that has others beneath it, and the text before the first label', async () => {
    const { text, outline, document } = await showOutline(seedNames[1] ?? '');
    const chapter = outline.find(({ children }) => children.length > 1);
    for (const node of [chapter, outline[0]]) {
      const { exitCode, stdout } = await run(['show', document.id, node?.id ?? '', '--json']);
      expect(exitCode).toBe(0);
      const shown = shownClauseSchema.parse(JSON.parse(stdout));
      expect(shown.clause).toEqual(node);
      expect(shown.text).toBe(text.slice(node?.span.start, node?.span.end));
      expect(shown.parents).toEqual([]);
    }
  });

  it('names a document or a clause that is not there', async () => {
    expectSentence(await run(['show', 'nowhere.txt', '--json']), 'nowhere.txt');
    expectSentence(await run(['show', seedNames[0] ?? '', '第九百条', '--json']), '第九百条');
  });
});

describe('chat', () => {
  it('answers the lines of its input and ends with it', async () => {
    const stdin =
      '湖北省到2018年要建成多少家智能制造示范工厂？\n\nHow many ETC users does Hunan plan to have?';
    const { exitCode, stdout, stderr } = await run(['chat'], { stdin });
    expect(messagesOf(stderr)).toEqual([]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('发展或建成100家标志性智能制造示范工厂');
    expect(stdout).toContain('（鄂政发〔2015〕80号）');
    expect(stdout).toContain('ETC');
  });

  it('ends at once on an empty input', async () => {
    expect(await run(['chat'])).toMatchObject({ exitCode: 0, stdout: '', stderr: '' });
  });
});

describe('a clause named by its address', () => {
  it.each([
    ['as it is cited', '四、（二十三）专栏7一是', '一是'],
    ['in half-width brackets, with spaces', '四、 (二十三) 专栏7', '专栏7'],
    ['by its end, where only one has it', '专栏5', '专栏5'],
  ])('is found %s', async (_, address, label) => {
    const { stdout, exitCode } = await run(['show', '003_156ef0500c772a0d.txt', address, '--json']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout).clause.label).toBe(label);
  });

  it('is found for a bullet', async () => {
    const { stdout } = await run(['show', '001_14c60f1c7ea09ca2.txt', '一、（二）第2项', '--json']);
    expect(JSON.parse(stdout).clause.heading).toBe('互联网与产业发展深度融合');
  });

  it('is refused where several have it', async () => {
    const shown = await run(['show', '003_156ef0500c772a0d.txt', '二是']);
    expect(shown.exitCode).toBe(1);
    expectSentence(shown, '二是', '专栏1二是');
  });
});

describe('--version', () => {
  it('prints the version', async () => {
    expect(await run(['--version'])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/u),
    });
  });
});
