import { readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { currentGeneration } from '../../src/knowledge/generations.ts';
import { type IngestReport, ingest } from '../../src/knowledge/ingest.ts';
import type { KnowledgeBase } from '../../src/knowledge/knowledge-base.ts';
import { openKnowledgeBase } from '../../src/knowledge/open-knowledge-base.ts';
import { useTemporaryFolder, writeFiles } from '../temporary-folder.ts';
import { createHashEmbedder } from './hash-embedder.ts';

const folder = useTemporaryFolder();
const docs = (): string => join(folder(), 'docs');
const indexDir = (): string => join(folder(), 'index');
const now = (): Date => new Date('2024-05-06T07:08:09Z');
const run = (folders: readonly string[] = [docs()], embedder = createHashEmbedder()): Promise<IngestReport> =>
  ingest({ embedder, now, onProgress: () => undefined }, folders, indexDir());

const schools =
  '一、学校\n学校每年向教育部门报告一次安全检查的情况。\n二、校车\n校车由县级人民政府统一登记和管理。\n';
const roads = '第一条 为了加强公路的养护，制定本办法。\n第二条 公路养护由交通运输部门负责组织实施。\n';
const broken = Uint8Array.of(0xff, 0xfe, 0x00);

/** The states by file name. */
function statesOf({ documents }: IngestReport): Record<string, string> {
  return Object.fromEntries(documents.map(({ path, state }) => [path.slice(folder().length + 1), state]));
}

async function read<Result>(look: (knowledge: KnowledgeBase) => Result): Promise<Result> {
  const knowledge = await openKnowledgeBase(indexDir());
  if (knowledge === null) throw new Error('Expected an index, got none.');
  try {
    return look(knowledge);
  } finally {
    knowledge.close();
  }
}

/** The texts that the index answers from, by the names of their files. */
const textsInIndex = (): Promise<Record<string, string>> =>
  read((knowledge) =>
    Object.fromEntries(
      knowledge
        .listDocuments()
        .map(({ id, path }) => [path.slice(folder().length + 1), knowledge.textOf(id)]),
    ),
  );

describe('ingest', () => {
  it('adds what is new and counts it', async () => {
    writeFiles(docs(), { 'a.txt': schools, 'b.txt': roads });
    const embedder = createHashEmbedder();
    const report = await run([docs()], embedder);
    expect(statesOf(report)).toEqual({ 'docs/a.txt': 'added', 'docs/b.txt': 'added' });
    expect(report.documents.map(({ clauses, sentences }) => ({ clauses, sentences }))).toEqual([
      { clauses: 2, sentences: 2 },
      { clauses: 2, sentences: 2 },
    ]);
    expect(report.embedded).toBe(embedder.passages.length);
    expect(await textsInIndex()).toEqual({ 'docs/a.txt': schools, 'docs/b.txt': roads });
    expect(await read(({ manifest }) => [manifest.documents, manifest.clauses])).toEqual([2, 6]);
  });

  it('embeds nothing and keeps the generation when nothing changed', async () => {
    writeFiles(docs(), { 'a.txt': schools });
    const first = await run();
    const generation = await currentGeneration(indexDir());
    const embedder = createHashEmbedder();
    const second = await run([docs()], embedder);
    expect(statesOf(second)).toEqual({ 'docs/a.txt': 'unchanged' });
    expect(second.documents[0]).toMatchObject({ clauses: 2, sentences: first.documents[0]?.sentences });
    expect(embedder.passages).toEqual([]);
    expect(await currentGeneration(indexDir())).toBe(generation);
  });

  it('embeds only the changed passages of a changed document', async () => {
    writeFiles(docs(), { 'a.txt': schools, 'b.txt': roads });
    await run();
    writeFiles(docs(), { 'a.txt': schools.replace('校车由县级', '校车由市级') });
    const embedder = createHashEmbedder();
    expect(statesOf(await run([docs()], embedder))).toEqual({
      'docs/a.txt': 'changed',
      'docs/b.txt': 'unchanged',
    });
    expect(embedder.passages).toHaveLength(2);
    for (const passage of embedder.passages) expect(passage).toContain('校车由市级人民政府');
    expect((await textsInIndex())['docs/a.txt']).toContain('市级');
  });

  it('drops a document whose file is gone, and keeps no other generation', async () => {
    writeFiles(docs(), { 'a.txt': schools, 'b.txt': roads });
    await run();
    const before = await currentGeneration(indexDir());
    rmSync(join(docs(), 'b.txt'));
    expect(statesOf(await run())).toEqual({ 'docs/a.txt': 'unchanged', 'docs/b.txt': 'removed' });
    expect(await textsInIndex()).toEqual({ 'docs/a.txt': schools });
    writeFiles(docs(), { 'c.txt': roads });
    await run();
    expect(readdirSync(join(indexDir(), 'generations'))).not.toContain(before);
  });

  it('keeps the former text of a file that cannot be read any more', async () => {
    writeFiles(docs(), { 'a.txt': schools, 'b.txt': roads });
    await run();
    writeFiles(docs(), { 'a.txt': broken, 'b.txt': `${roads}第三条 本办法自发布之日起施行。` });
    const report = await run();
    expect(statesOf(report)).toEqual({ 'docs/a.txt': 'failed', 'docs/b.txt': 'changed' });
    expect(report.documents.find(({ state }) => state === 'failed')?.error).toMatch(
      /^a\.txt is no text file/u,
    );
    expect((await textsInIndex())['docs/a.txt']).toBe(schools);
  });

  it('makes no index when no file can be read', async () => {
    writeFiles(docs(), { 'a.txt': broken });
    expect(statesOf(await run())).toEqual({ 'docs/a.txt': 'failed' });
    expect(await openKnowledgeBase(indexDir())).toBeNull();
  });

  it('keeps the documents of another folder, and tells files of one name apart', async () => {
    const other = join(folder(), 'other');
    writeFiles(docs(), { 'a.txt': schools });
    writeFiles(other, { 'a.txt': roads });
    await run([docs()]);
    expect(statesOf(await run([other]))).toEqual({ 'other/a.txt': 'added' });
    expect(await textsInIndex()).toEqual({ 'docs/a.txt': schools, 'other/a.txt': roads });
    expect(statesOf(await run([other, docs()]))).toEqual({
      'other/a.txt': 'unchanged',
      'docs/a.txt': 'unchanged',
    });
  });

  it('finds the clauses of all documents by their ids and rows', async () => {
    writeFiles(docs(), { 'a.txt': schools, 'b.txt': roads });
    await run();
    await read((knowledge) => {
      const clauses = knowledge.listDocuments().flatMap(({ id }) => knowledge.clausesOf(id));
      expect(clauses.map(({ row }) => row)).toEqual([...clauses.keys()]);
      for (const clause of clauses) {
        expect(knowledge.findClause(clause.id)).toEqual(clause);
        expect(knowledge.clauseAt(clause.row)).toEqual(clause);
      }
      expect(knowledge.matchTerms(['运输']).best(9)).toEqual([
        clauses.find(({ label }) => label === '第二条')?.row,
      ]);
      expect(knowledge.matchTerms(['"NEAR(', 'a"b', '*', '养护']).best(9)).toHaveLength(2);
      expect(knowledge.matchTerms([]).best(9)).toEqual([]);
      expect(knowledge.clausesWithTerm('养护')).toBe(2);
      expect(knowledge.clausesWithTerm('不在')).toBe(0);
    });
  });

  // Both keep a document for ever whose file is gone: `unchanged` does not look at path and root.
  it('drops a document whose folder was renamed before its file was removed', async () => {
    writeFiles(docs(), { 'a.txt': schools, 'b.txt': roads });
    await run();
    const renamed = join(folder(), 'renamed');
    renameSync(docs(), renamed);
    await run([renamed]);
    rmSync(join(renamed, 'b.txt'));
    await run([renamed]);
    expect(await textsInIndex()).toEqual({ 'renamed/a.txt': schools });
  });

  it('drops a document that was ingested as a single file once, when its folder is ingested', async () => {
    writeFiles(docs(), { 'a.txt': schools, 'b.txt': roads });
    await run();
    writeFiles(docs(), { 'b.txt': `${roads}第三条 本办法自发布之日起施行。` });
    await run([join(docs(), 'b.txt')]);
    rmSync(join(docs(), 'b.txt'));
    await run();
    expect(await textsInIndex()).toEqual({ 'docs/a.txt': schools });
  });
});
