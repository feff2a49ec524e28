import {
  chmodSync,
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { type ProgramOptions, type ProgramRun, repository, runProgram } from './built-program.ts';
import { documentsSchema, ingestSchema } from './contract-schemas.ts';
import { expectSentence, messagesOf } from './expect-sentence.ts';
import { copyIndex, generationOf, sharedIndex, sharedIndexTimeoutMs } from './shared-index.ts';

const texts = {
  'dogs.txt': '犬只管理办法\n第一条 犬只须系绳。\n第二条 违者罚款五十元。\n',
  'parks.txt': '公园管理办法\n第一条 公园每日六时开放。\n第二条 公园二十二时关闭。\n第三条 禁止吸烟。\n',
};

let folder: string;
/** Two good documents and their index, made once; tests write to copies. */
let documents: string;
let index: string;
let first: ProgramRun;
let serial = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clausewise-ingest-'));
  documents = makeDocuments(texts);
  index = join(folder, 'index');
  first = await ingest([documents], index);
});

afterAll(() => rmSync(folder, { recursive: true }));

const newPath = (): string => {
  serial += 1;
  return join(folder, String(serial));
};

function makeDocuments(files: Record<string, string | Uint8Array>): string {
  const path = newPath();
  mkdirSync(path);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return path;
}

const ingest = (args: string[], indexDir: string, options: Partial<ProgramOptions> = {}) =>
  runProgram(['ingest', ...args], { env: { INDEX_DIR: indexDir }, ...options });

const run = (args: string[], indexDir: string, env: Record<string, string> = {}) =>
  runProgram(args, { env: { INDEX_DIR: indexDir, ...env } });

const readReport = (stdout: string): z.infer<typeof ingestSchema> => ingestSchema.parse(JSON.parse(stdout));

async function indexedTitles(indexDir: string): Promise<string[]> {
  const { exitCode, stdout } = await run(['documents', '--json'], indexDir);
  expect(exitCode).toBe(0);
  return documentsSchema.parse(JSON.parse(stdout)).map(({ title }) => title);
}

const bothTitles = ['犬只管理办法', '公园管理办法'];

describe('ingest', () => {
  it('prints a line a document on stdout, progress on stderr', async () => {
    expect(first.exitCode).toBe(0);
    for (const name of Object.keys(texts)) {
      const lines = first.stdout.split('\n').filter((line) => line.includes(join(documents, name)));
      expect(lines).toHaveLength(1);
    }
    expect(first.stderr).toMatch(/\d+ passages/u);
    expect(messagesOf(first.stderr)).toEqual([]);
    expect(await indexedTitles(index)).toEqual(bothTitles);
  });

  it('embeds nothing when nothing has changed', async () => {
    const copy = copyIndex(index, newPath());
    const again = await ingest(['--json', documents], copy);
    expect(again).toMatchObject({ exitCode: 0, stderr: '' });
    const report = readReport(again.stdout);
    expect(report.documents.map(({ path, state }) => [path, state])).toEqual(
      Object.keys(texts).map((name) => [join(documents, name), 'unchanged']),
    );
    expect(report.documents.every(({ clauses, sentences }) => clauses > 0 && sentences > 0)).toBe(true);
    expect(readFileSync(join(copy, 'current'), 'utf8')).toBe(readFileSync(join(index, 'current'), 'utf8'));
  });

  it('takes up what was added and what was changed', async () => {
    const own = makeDocuments(texts);
    const indexDir = newPath();
    const before = await ingest(['--json', own], indexDir);
    expect(readReport(before.stdout).documents.map(({ state }) => state)).toEqual(['added', 'added']);

    writeFileSync(join(own, 'dogs.txt'), texts['dogs.txt'].replace('五十', '一百'));
    writeFileSync(join(own, 'new.txt'), '新办法\n第一条 施行。\n');
    const after = await ingest(['--json', own], indexDir);
    expect(after.exitCode).toBe(0);
    const states = readReport(after.stdout).documents.map(({ path, state }) => [path, state]);
    expect(Object.fromEntries(states)).toEqual({
      [join(own, 'dogs.txt')]: 'changed',
      [join(own, 'new.txt')]: 'added',
      [join(own, 'parks.txt')]: 'unchanged',
    });
  });

  it('drops a document that is gone', async () => {
    const own = makeDocuments(texts);
    const indexDir = newPath();
    await ingest([own], indexDir);
    rmSync(join(own, 'dogs.txt'));
    const after = await ingest(['--json', own], indexDir);
    expect(after.exitCode).toBe(0);
    expect(await indexedTitles(indexDir)).toEqual(['公园管理办法']);
    readReport(after.stdout);
  });
});

/** Files that are no document, with a word of the reason. */
const broken: Record<string, Uint8Array> = {
  'binary.txt': Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3),
  'garbled.txt': Uint8Array.of(0xff, 0xff, 0x80, 0xff),
  'empty.txt': new Uint8Array(),
};

describe('a broken document', () => {
  it('is reported by name beside good ones; --strict makes it count', async () => {
    const own = makeDocuments({ ...texts, ...broken });
    const indexDir = newPath();
    const lenient = await ingest(['--json', own], indexDir);
    expect(lenient.exitCode).toBe(0);
    const messages = messagesOf(lenient.stderr);
    expect(messages).toHaveLength(3);
    for (const name of Object.keys(broken)) {
      expect(messages.filter((line) => line.includes(name))).toHaveLength(1);
    }
    expect(lenient.stderr).not.toContain('    at ');
    const states = readReport(lenient.stdout).documents.map(({ path, state }) => [path, state]);
    expect(Object.fromEntries(states)).toEqual({
      [join(own, 'dogs.txt')]: 'added',
      [join(own, 'parks.txt')]: 'added',
      [join(own, 'binary.txt')]: 'failed',
      [join(own, 'garbled.txt')]: 'failed',
      [join(own, 'empty.txt')]: 'failed',
    });
    expect(await indexedTitles(indexDir)).toEqual(bothTitles);

    const strict = await ingest(['--strict', own], indexDir);
    expect(strict.exitCode).toBe(1);
    expect(messagesOf(strict.stderr)).toHaveLength(3);
  });

  it.skipIf(process.getuid?.() === 0)('that may not be read is reported by name', async () => {
    const own = makeDocuments({ ...texts, 'locked.txt': texts['dogs.txt'] });
    chmodSync(join(own, 'locked.txt'), 0);
    const report = await ingest([own], copyIndex(index, newPath()));
    expect(report.exitCode).toBe(0);
    expect(messagesOf(report.stderr)).toEqual([expect.stringContaining('locked.txt')]);
  });

  it('and only such: exit code 1, and the old index still answers', async () => {
    const own = makeDocuments({ 'parks.txt': texts['parks.txt'] });
    const indexDir = newPath();
    await ingest([own], indexDir);
    writeFileSync(join(own, 'parks.txt'), broken['binary.txt'] ?? '');
    const failed = await ingest([own], indexDir);
    expect(failed.exitCode).toBe(1);
    expect(messagesOf(failed.stderr)).toEqual([expect.stringContaining('parks.txt')]);
    const answer = await run(['ask', '公园每日几时开放？'], indexDir);
    expect(answer.exitCode).toBe(0);
    expect(answer.stdout).toContain('公园每日六时开放。');
  });

  it('alone, with no index before: exit code 1, and no empty index is left', async () => {
    const indexDir = newPath();
    const failed = await ingest([makeDocuments(broken)], indexDir);
    expect(failed.exitCode).toBe(1);
    expect(messagesOf(failed.stderr)).toHaveLength(3);
    expectSentence(await run(['documents'], indexDir), indexDir);
  });
});

describe('a folder', () => {
  it('that is not there is named', async () => {
    const path = newPath();
    expectSentence(await ingest([path], newPath()), path);
  });

  it('without documents is named', async () => {
    const path = makeDocuments({});
    expectSentence(await ingest([path], newPath()), path);
  });
});

/** A full disk without root: writing beyond the limit fails. `ulimit -f` counts in 512 bytes. */
const withLargestFile = (kilobytes: number): string => `trap '' XFSZ; ulimit -f ${kilobytes * 2}; exec "$@"`;

describe('a disk that fills up', () => {
  let seedsIndex: string;

  beforeAll(async () => {
    seedsIndex = await sharedIndex();
  }, sharedIndexTimeoutMs);

  /** The seeds a second time make every file twice as large. */
  function largestFileKilobytes(): number {
    const generation = generationOf(seedsIndex);
    return Math.max(...readdirSync(generation).map((name) => statSync(join(generation, name)).size / 1024));
  }

  // The seeds come again from another folder: their vectors are cached, so that only the index is written.
  it.each([
    ['8 KB', () => 8],
    ['64 KB', () => 64],
    ['1,000 KB', () => 1_000],
    ['somewhat less than the largest file needs', () => Math.round(largestFileKilobytes() * 1.6)],
  ])('at %s a file leaves the old index in use', async (_, kilobytes) => {
    const indexDir = copyIndex(seedsIndex, newPath());
    const seeds = newPath();
    cpSync(join(repository, 'seeds'), seeds, { recursive: true });
    const full = await ingest([seeds], indexDir, { shell: withLargestFile(kilobytes()) });
    expectSentence(full, indexDir);
    expect(await indexedTitles(indexDir)).toHaveLength(5);
    expect(readdirSync(join(indexDir, 'generations'))).toHaveLength(1);
  });

  it('on the first run leaves no index, and the next run makes it', async () => {
    const indexDir = newPath();
    expectSentence(await ingest([documents], indexDir, { shell: withLargestFile(500) }), indexDir);
    expect((await ingest([documents], indexDir)).exitCode).toBe(0);
    expect(await indexedTitles(indexDir)).toEqual(bothTitles);
  });
});

describe('an index folder', () => {
  it.each([
    ['ingest', (indexDir: string) => ingest([documents], indexDir)],
    ['documents', (indexDir: string) => run(['documents'], indexDir)],
    ['ask', (indexDir: string) => run(['ask', '公园？'], indexDir)],
  ])('that is a file is named by %s', async (_, command) => {
    const path = newPath();
    writeFileSync(path, '');
    expectSentence(await command(path), path);
  });

  it('that is not there is named by documents, with the remedy', async () => {
    const path = newPath();
    expectSentence(await run(['documents'], path), path, 'clausewise ingest');
  });
});

describe('an index that cannot be used', () => {
  const setManifest = (indexDir: string, change: (text: string) => string): void => {
    const path = join(generationOf(indexDir), 'manifest.json');
    const before = readFileSync(path, 'utf8');
    const after = change(before);
    expect(after).not.toBe(before);
    writeFileSync(path, after);
  };
  const overwrite = (path: string): void => writeFileSync(path, 'x'.repeat(statSync(path).size));

  it.each([
    ['of an older format', /("formatVersion": )\d+/u, '$10'],
    ['of another model', /("revision": ")/u, '$1other-'],
  ])('(%s) is named by ask, and ingest repairs it', async (_, pattern, replacement) => {
    const indexDir = copyIndex(index, newPath());
    setManifest(indexDir, (text) => text.replace(pattern, replacement));
    const asked = await run(['ask', '公园每日几时开放？'], indexDir);
    expectSentence(asked, indexDir, 'clausewise ingest');
    expect(asked.stdout).toBe('');
    expect(await ingest([documents], indexDir)).toMatchObject({ exitCode: 0 });
    const again = await run(['ask', '公园每日几时开放？'], indexDir);
    expect(again.stdout).toContain('公园每日六时开放。');
  });

  const damages: [string, (indexDir: string) => void][] = [
    ['a cut manifest', (indexDir) => setManifest(indexDir, (text) => text.slice(0, 40))],
    ['cut vectors', (indexDir) => truncateSync(join(generationOf(indexDir), 'vectors.hnsw'), 1_000)],
    ['overwritten vectors', (indexDir) => overwrite(join(generationOf(indexDir), 'vectors.hnsw'))],
    ['no database', (indexDir) => rmSync(join(generationOf(indexDir), 'clauses.db'))],
    ['an overwritten database', (indexDir) => overwrite(join(generationOf(indexDir), 'clauses.db'))],
  ];

  it.each(damages)('(with %s) is named by ask', async (_, damage) => {
    const indexDir = copyIndex(index, newPath());
    damage(indexDir);
    const asked = await run(['ask', '公园每日几时开放？'], indexDir);
    expectSentence(asked, indexDir, 'clausewise ingest');
    expect(asked.stdout).toBe('');
  });

  // The sentence says so.
  it.each(damages)('(with %s) is repaired by ingest', async (_, damage) => {
    const indexDir = copyIndex(index, newPath());
    damage(indexDir);
    expect(await ingest([documents], indexDir)).toMatchObject({ exitCode: 0 });
    expect(await indexedTitles(indexDir)).toEqual(bothTitles);
  });
});

describe('a model', () => {
  const model = join(repository, 'models/multilingual-e5-small');

  /** A copy by hard links where the file system has them, with the weights cut after the first megabyte. */
  function copyWithCutWeights(name: string, leaveOut: readonly string[] = []): string {
    const copy = join(newPath(), name);
    const files = readdirSync(model, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    for (const { parentPath, name: file } of files) {
      if (leaveOut.includes(file)) continue;
      const from = join(parentPath, file);
      const to = join(copy, from.slice(model.length));
      mkdirSync(dirname(to), { recursive: true });
      if (file.endsWith('.onnx')) writeFileSync(to, readFileSync(from).subarray(0, 1_000_000));
      else linkOrCopy(from, to);
    }
    return copy;
  }

  function linkOrCopy(from: string, to: string): void {
    try {
      linkSync(from, to);
    } catch {
      cpSync(from, to);
    }
  }

  it.each([
    ['with its checksums', () => copyWithCutWeights('multilingual-e5-small')],
    ['without checksums', () => copyWithCutWeights('another-e5', ['README.md'])],
  ])('with cut weights, %s, is named in plain words', async (_, makeModel) => {
    const cut = makeModel();
    const failed = await run(['ingest', documents], newPath(), { EMBEDDING_MODEL: cut });
    expectSentence(failed, cut);
    expect(failed.stderr).not.toMatch(/protobuf|onnx runtime/iu);
    expect(failed.stdout).toBe('');
    const asked = await run(['ask', '公园？'], index, { EMBEDDING_MODEL: cut });
    expectSentence(asked, 'EMBEDDING_MODEL');
    expect(asked.stderr).not.toMatch(/protobuf/iu);
  });

  it('that is not there is named', async () => {
    const missing = newPath();
    expectSentence(await run(['ingest', documents], newPath(), { EMBEDDING_MODEL: missing }), missing);
    expectSentence(await run(['ask', '公园？'], index, { EMBEDDING_MODEL: missing }), missing);
  });
});
