import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LoggedChange } from '../../src/knowledge/change-log.ts';
import { currentGeneration, generationFolder } from '../../src/knowledge/generations.ts';
import { type IngestReport, ingest } from '../../src/knowledge/ingest.ts';
import { openDatabase } from '../../src/knowledge/open-database.ts';
import { openKnowledgeBase } from '../../src/knowledge/open-knowledge-base.ts';
import { readChanges } from '../../src/knowledge/read-changes.ts';
import { writeChanges } from '../../src/knowledge/write-changes.ts';
import { useTemporaryFolder, writeFiles } from '../temporary-folder.ts';
import { createHashEmbedder } from './hash-embedder.ts';

const folder = useTemporaryFolder();
const docs = (): string => join(folder(), 'docs');
const indexDir = (): string => join(folder(), 'index');
const log = (): string => join(indexDir(), 'changes.db');
const day = (number: number): Date => new Date(Date.UTC(2024, 4, number));
const run = (number: number): Promise<IngestReport> =>
  ingest(
    { embedder: createHashEmbedder(), now: () => day(number), onProgress: () => undefined },
    [docs()],
    indexDir(),
  );

const dogs = '犬只管理办法\n第一条 犬只在公共场所须系绳。\n第二条 违者由公安机关处五十元罚款。\n';
const parks = '公园管理办法\n第一条 公园每日六时开放，二十二时关闭。\n第二条 禁止吸烟。\n';

/** One line a change: file, change, address of the clause, and the address where it was. */
function tell(since: Date | null = null): string[] {
  const nameOf = ({ clause }: LoggedChange['place']): string => clause.label || clause.kind;
  return readChanges(indexDir(), since).flatMap(({ documents }) =>
    documents.flatMap(({ document, changes }) =>
      changes.map(({ change, place, formerPlace }) => {
        const from = formerPlace === null ? [] : [nameOf(formerPlace)];
        return [document.name, change, nameOf(place), ...from].join(' ');
      }),
    ),
  );
}

async function idsByLabel(name: string): Promise<Record<string, string>> {
  const knowledge = await openKnowledgeBase(indexDir());
  const document = knowledge?.listDocuments().find((candidate) => candidate.name === name);
  const clauses = knowledge?.clausesOf(document?.id ?? '') ?? [];
  knowledge?.close();
  return Object.fromEntries(clauses.map(({ label, id }) => [label, id]));
}

async function editManifest(edit: (text: string) => string): Promise<void> {
  const generation = (await currentGeneration(indexDir())) ?? '';
  const path = join(generationFolder(indexDir(), generation), 'manifest.json');
  const before = readFileSync(path, 'utf8');
  expect(edit(before)).not.toBe(before);
  writeFileSync(path, edit(before));
}

describe('ingest records', () => {
  it('one entry for each document of the first ingest, with its text before the first label', async () => {
    writeFiles(docs(), { 'dogs.txt': dogs, 'parks.txt': parks });
    expect((await run(1)).warnings).toEqual([]);
    expect(tell()).toEqual(['dogs.txt added document', 'parks.txt added document']);
    const [first] = readChanges(indexDir(), null);
    expect(first?.at).toEqual(day(1));
    expect(first?.documents[0]?.changes[0]).toMatchObject({ before: null, after: '犬只管理办法\n' });
    expect(first?.documents[0]?.document).toMatchObject({
      title: '犬只管理办法',
      path: join(docs(), 'dogs.txt'),
    });
  });

  it('the one clause that was edited, with both texts to the letter', async () => {
    writeFiles(docs(), { 'dogs.txt': dogs, 'parks.txt': parks });
    await run(1);
    const ids = await idsByLabel('dogs.txt');
    writeFiles(docs(), { 'dogs.txt': dogs.replace('五十', '一百') });
    await run(2);
    expect(tell()).toEqual(['dogs.txt changed 第二条']);
    expect(readChanges(indexDir(), null)[0]?.documents[0]?.changes[0]).toMatchObject({
      before: '第二条 违者由公安机关处五十元罚款。\n',
      after: '第二条 违者由公安机关处一百元罚款。\n',
    });
    expect(await idsByLabel('dogs.txt')).toEqual(ids);
  });

  it('an inserted article, with and without the others renumbered', async () => {
    writeFiles(docs(), { 'dogs.txt': dogs });
    await run(1);
    const ids = await idsByLabel('dogs.txt');
    const branch = '第一条之二 犬只须每年接种狂犬病疫苗一次。\n';
    writeFiles(docs(), { 'dogs.txt': dogs.replace('第二条', `${branch}第二条`) });
    await run(2);
    expect(tell()).toEqual(['dogs.txt added 第一条之二']);
    expect(await idsByLabel('dogs.txt')).toMatchObject(ids);
    const renumbered = dogs
      .replace('第二条', '第三条')
      .replace('第三条', `${branch.replace('一条之二', '二条')}第三条`);
    writeFiles(docs(), { 'dogs.txt': renumbered });
    await run(3);
    expect(tell()).toEqual(['dogs.txt moved 第二条 第一条之二', 'dogs.txt moved 第三条 第二条']);
  });

  it('a document that is gone, as it was', async () => {
    writeFiles(docs(), { 'dogs.txt': dogs, 'parks.txt': parks });
    await run(1);
    rmSync(join(docs(), 'parks.txt'));
    await run(2);
    expect(tell()).toEqual(['parks.txt removed document']);
    const [{ document, changes } = {}] = readChanges(indexDir(), null)[0]?.documents ?? [];
    expect(document?.title).toBe('公园管理办法');
    expect(changes?.[0]).toMatchObject({ before: '公园管理办法\n', after: null });
  });

  it('nothing when nothing changed, or only white space did', async () => {
    writeFiles(docs(), { 'dogs.txt': dogs });
    await run(1);
    await run(2);
    writeFiles(docs(), { 'dogs.txt': dogs.replace('公共', '公\n共') });
    await run(3);
    expect(readChanges(indexDir(), day(0)).map(({ at }) => at)).toEqual([day(1)]);
  });

  it('nothing of a page number that fell into another clause', async () => {
    const [head, first, second] = dogs.split('\n');
    writeFiles(docs(), { 'dogs.txt': `${head}\n${first}\n- 3 -\n${second}\n` });
    await run(1);
    writeFiles(docs(), { 'dogs.txt': `${head}\n${first}\n${second}\n- 4 -\n` });
    await run(2);
    expect(readChanges(indexDir(), day(0)).map(({ at }) => at)).toEqual([day(1)]);
  });

  it('nothing of documents whose bytes stayed when they are read in another way', async () => {
    writeFiles(docs(), { 'dogs.txt': dogs, 'parks.txt': parks });
    await run(1);
    await editManifest((text) => text.replace(/("readingVersion": )\d+/u, '$10'));
    const generation = (await currentGeneration(indexDir())) ?? '';
    const database = openDatabase(join(generationFolder(indexDir(), generation), 'clauses.db'));
    database.exec('UPDATE clauses SET own_end = start WHERE level = 1; PRAGMA journal_mode = DELETE');
    database.close();
    writeFiles(docs(), { 'parks.txt': `${parks}第三条 公园内不得放养犬只和家禽。\n` });
    await run(2);
    expect(tell().filter((line) => line.startsWith('dogs.txt'))).toEqual([]);
    expect(tell()).toContain('parks.txt added 第三条');
  });

  it('nothing when the former index cannot be read', async () => {
    writeFiles(docs(), { 'dogs.txt': dogs });
    await run(1);
    await editManifest((text) => text.replace(/("formatVersion": )\d+/u, '$10'));
    expect((await run(2)).warnings).toEqual([]);
    expect(readChanges(indexDir(), day(0)).map(({ at }) => at)).toEqual([day(1)]);
  });
});

describe('the log of changes', () => {
  it('outlives the index, and tells what ingests did from a moment on', async () => {
    writeFiles(docs(), { 'dogs.txt': dogs });
    await run(1);
    writeFiles(docs(), { 'parks.txt': parks });
    await run(2);
    rmSync(join(indexDir(), 'generations'), { recursive: true });
    rmSync(join(indexDir(), 'current'));
    writeFiles(docs(), { 'dogs.txt': dogs.replace('五十', '一百') });
    await run(3);
    expect(readChanges(indexDir(), day(2)).map(({ at }) => at)).toEqual([day(2), day(3)]);
    expect(tell(day(2))).toEqual([
      'parks.txt added document',
      'dogs.txt added document',
      'parks.txt added document',
    ]);
    expect(readChanges(indexDir(), day(4))).toEqual([]);
  });

  it('keeps the last fifty ingests', async () => {
    writeFiles(docs(), { 'dogs.txt': dogs });
    await run(1);
    const { documents = [] } = readChanges(indexDir(), null)[0] ?? {};
    for (let number = 2; number <= 52; number += 1) writeChanges(indexDir(), day(number), documents);
    const ingests = readChanges(indexDir(), day(0));
    expect(ingests.map(({ at }) => at)).toEqual(Array.from({ length: 50 }, (_, at) => day(at + 3)));
    const database = openDatabase(log(), { readonly: true });
    expect(database.prepare('SELECT count(*) FROM changes').pluck().get()).toBe(50);
    database.close();
  });

  it('leaves no file beside it, so that it can be read where nothing can be written', async () => {
    writeFiles(docs(), { 'dogs.txt': dogs });
    await run(1);
    expect(existsSync(`${log()}-wal`) || existsSync(`${log()}-journal`)).toBe(false);
    expect(readFileSync(log()).subarray(18, 20)).toEqual(Buffer.of(1, 1));
  });

  const damages: [string, () => void][] = [
    ['is no database', () => writeFileSync(log(), 'no database at all'.repeat(100))],
    ['is empty', () => writeFileSync(log(), '')],
    ['is of a newer format', () => setVersion(9)],
  ];

  function setVersion(version: number): void {
    const database = openDatabase(log());
    database.pragma(`user_version = ${version}`);
    database.close();
  }

  it.each(damages)('that %s is named with the remedy', async (_what, damage) => {
    writeFiles(docs(), { 'dogs.txt': dogs });
    await run(1);
    damage();
    expect(() => readChanges(indexDir(), null)).toThrowError(/changes\.db .*: move it away.*\.$/u);
  });

  it.each(damages.filter(([what]) => what !== 'is empty'))(
    'that %s does not keep an ingest from its end',
    async (_what, damage) => {
      writeFiles(docs(), { 'dogs.txt': dogs });
      await run(1);
      damage();
      writeFiles(docs(), { 'parks.txt': parks });
      const { warnings, documents } = await run(2);
      expect(warnings).toEqual([expect.stringMatching(/^The index is up to date, but .*changes\.db .*\.$/u)]);
      expect(documents.map(({ state }) => state)).toEqual(['unchanged', 'added']);
      rmSync(log());
      writeFiles(docs(), { 'dogs.txt': dogs.replace('五十', '一百') });
      expect((await run(3)).warnings).toEqual([]);
      expect(tell()).toEqual(['dogs.txt changed 第二条']);
    },
  );
});
