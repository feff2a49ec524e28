import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigurationError, IndexError } from '../../src/errors.ts';
import { currentGeneration, generationFolder } from '../../src/knowledge/generations.ts';
import { type IngestReport, ingest } from '../../src/knowledge/ingest.ts';
import type { Manifest } from '../../src/knowledge/manifest.ts';
import { openKnowledgeBase, requireModel } from '../../src/knowledge/open-knowledge-base.ts';
import { useTemporaryFolder, writeFiles } from '../temporary-folder.ts';
import { createHashEmbedder } from './hash-embedder.ts';

const folder = useTemporaryFolder();
const docs = (): string => join(folder(), 'docs');
const indexDir = (): string => join(folder(), 'index');
const now = (): Date => new Date('2024-05-06T07:08:09Z');
const run = (embedder = createHashEmbedder(), folders: readonly string[] = [docs()]): Promise<IngestReport> =>
  ingest({ embedder, now, onProgress: () => undefined }, folders, indexDir());
const generations = (): string[] => readdirSync(join(indexDir(), 'generations'));

/** The manifest of the generation in use. */
async function manifest(): Promise<Manifest> {
  const knowledge = await openKnowledgeBase(indexDir());
  if (knowledge === null) throw new Error('Expected an index, got none.');
  knowledge.close();
  return knowledge.manifest;
}

/** A document of `count` articles of one sentence each. */
const articles = (count: number, subject = '学校'): string =>
  Array.from(
    { length: count },
    (_, index) => `第${index + 1}条 ${subject}每年向第${index}号部门报告一次情况。\n`,
  ).join('');

describe('ingest when something fails', () => {
  it('leaves the old generation in use and nothing half-written when the embedder breaks down', async () => {
    writeFiles(docs(), { 'a.txt': articles(3) });
    await run();
    const before = await currentGeneration(indexDir());
    writeFiles(docs(), { 'a.txt': articles(20, '公路') });
    await expect(run(createHashEmbedder({ mostPassages: 3 }))).rejects.toThrowError(
      'The embedder broke down.',
    );
    expect(await currentGeneration(indexDir())).toBe(before);
    expect(generations()).toEqual([before]);
    const knowledge = await openKnowledgeBase(indexDir());
    expect(knowledge?.listDocuments().map(({ id }) => knowledge.textOf(id))).toEqual([articles(3)]);
    knowledge?.close();
  });

  it('makes no index when the embedder breaks down at the first ingest, and lets the next one go on', async () => {
    writeFiles(docs(), { 'a.txt': articles(100) });
    const first = createHashEmbedder({ mostPassages: 70 });
    await expect(run(first)).rejects.toThrowError('The embedder broke down.');
    expect(await openKnowledgeBase(indexDir())).toBeNull();
    expect(generations()).toEqual([]);
    const second = createHashEmbedder();
    const report = await run(second);
    expect(report.documents.map(({ state }) => state)).toEqual(['added']);
    // The first batch of 64 had been put on the disk.
    expect(second.passages).toHaveLength((await manifest()).passages - 64);
  });

  it('builds anew what another revision of the model made', async () => {
    writeFiles(docs(), { 'a.txt': articles(3) });
    await run();
    const embedder = createHashEmbedder({ revision: 'hash-2' });
    const report = await run(embedder);
    expect(report.documents.map(({ state }) => state)).toEqual(['unchanged']);
    expect(embedder.passages).toHaveLength((await manifest()).passages);
    expect((await manifest()).model.revision).toBe('hash-2');
  });

  it('succeeds for two at the same time, one behind the other', async () => {
    const other = join(folder(), 'other');
    writeFiles(docs(), { 'a.txt': articles(5) });
    writeFiles(other, { 'b.txt': articles(5, '公路') });
    const reports = await Promise.all([run(), run(createHashEmbedder(), [other])]);
    expect(reports.map(({ documents }) => documents.map(({ state }) => state))).toEqual([
      ['added'],
      ['added'],
    ]);
    const knowledge = await openKnowledgeBase(indexDir());
    expect(
      knowledge
        ?.listDocuments()
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['a.txt', 'b.txt']);
    knowledge?.close();
  });

  it('makes the index anew over one of another format', async () => {
    writeFiles(docs(), { 'a.txt': articles(3) });
    await run();
    const generation = (await currentGeneration(indexDir())) ?? '';
    writeFiles(generationFolder(indexDir(), generation), { 'manifest.json': '{"formatVersion":0}' });
    await expect(openKnowledgeBase(indexDir())).rejects.toMatchObject({ code: 'index-format' });
    expect((await run()).documents.map(({ state }) => state)).toEqual(['added']);
    const knowledge = await openKnowledgeBase(indexDir());
    expect(knowledge?.listDocuments()).toHaveLength(1);
    knowledge?.close();
  });

  it('refuses missing folders before it touches the index', async () => {
    await expect(run(createHashEmbedder(), [join(folder(), 'none')])).rejects.toThrowError(
      ConfigurationError,
    );
    expect(readdirSync(folder())).toEqual([]);
  });

  it('says so when the index folder is a file', async () => {
    writeFiles(folder(), { 'docs/a.txt': articles(1), index: 'a file' });
    await expect(run()).rejects.toThrowError(IndexError);
    await expect(run()).rejects.toMatchObject({ code: 'index-not-written' });
  });
});

describe('openKnowledgeBase', () => {
  it.each(['clauses.db', 'vectors.hnsw', 'moments.bin'])(
    'refuses an index whose %s was cut',
    async (name) => {
      writeFiles(docs(), { 'a.txt': articles(3) });
      await run();
      const generation = (await currentGeneration(indexDir())) ?? '';
      writeFiles(generationFolder(indexDir(), generation), { [name]: 'cut' });
      await expect(openKnowledgeBase(indexDir())).rejects.toMatchObject({
        code: 'index-damaged',
        message: expect.stringMatching(new RegExp(`${name}.*clausewise ingest`, 'u')),
      });
    },
  );

  it('is null where there is no index', async () => {
    expect(await openKnowledgeBase(indexDir())).toBeNull();
  });
});

describe('requireModel', () => {
  it('refuses an index that another model made', async () => {
    writeFiles(docs(), { 'a.txt': articles(1) });
    await run();
    const found = await manifest();
    expect(() => requireModel(found, found.model, 'index')).not.toThrowError();
    expect(() => requireModel(found, { ...found.model, revision: 'other' }, 'index')).toThrowError(
      expect.objectContaining({ code: 'index-model', message: expect.stringContaining('ingest again') }),
    );
  });
});
