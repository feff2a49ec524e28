import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { type ProgramRun, runProgram } from './built-program.ts';
import { changesSchema, outlineSchema } from './contract-schemas.ts';
import { expectSentence, messagesOf } from './expect-sentence.ts';
import { copyIndex } from './shared-index.ts';

const dogs =
  '犬只管理办法\n第一条 犬只在公共场所须系绳。\n第二条 违者由公安机关处五十元罚款。\n第三条 犬只每年接种疫苗一次。\n';
const parks = '公园管理办法\n第一条 公园每日六时开放。\n第二条 公园内禁止吸烟。\n';
const schools = '犬只不得进入学校和医院。';

let folder: string;
/** The index of both documents, made once; tests write to copies. */
let index: string;
let serial = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clausewise-changes-'));
  const { documents, indexDir } = place();
  await ingest(documents, indexDir);
  index = indexDir;
});

afterAll(() => rmSync(folder, { recursive: true }));

type Place = { documents: string; indexDir: string };

/** A copy of the index, and of the documents under the same path: an ingest of another path would add them. */
function place(): Place {
  serial += 1;
  const documents = join(folder, 'documents');
  rmSync(documents, { recursive: true, force: true });
  mkdirSync(documents);
  writeFileSync(join(documents, 'dogs.txt'), dogs);
  writeFileSync(join(documents, 'parks.txt'), parks);
  const indexDir = join(folder, `index-${serial}`);
  if (serial > 1) copyIndex(index, indexDir);
  return { documents, indexDir };
}

const run = (args: readonly string[], indexDir: string): Promise<ProgramRun> =>
  runProgram(args, { env: { INDEX_DIR: indexDir } });

async function ingest(documents: string, indexDir: string): Promise<ProgramRun> {
  const ingested = await run(['ingest', documents], indexDir);
  expect(ingested).toMatchObject({ exitCode: 0 });
  return ingested;
}

async function changes(indexDir: string, ...args: string[]): Promise<z.infer<typeof changesSchema>> {
  const { exitCode, stdout, stderr } = await run(['changes', '--json', ...args], indexDir);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  return changesSchema.parse(JSON.parse(stdout));
}

/** Writes another text to dogs.txt and ingests it. */
async function edit(text: string): Promise<Place> {
  const made = place();
  writeFileSync(join(made.documents, 'dogs.txt'), text);
  await ingest(made.documents, made.indexDir);
  return made;
}

async function idsOfDogs(indexDir: string): Promise<Map<string, string>> {
  const { stdout } = await run(['show', 'dogs.txt', '--json'], indexDir);
  return new Map(outlineSchema.parse(JSON.parse(stdout)).outline.map(({ label, id }) => [label, id]));
}

const brief = (list: z.infer<typeof changesSchema>): string[] =>
  list.map(({ document, change, clause }) => `${document.title} ${change} ${clause.label}`.trim());

describe('changes', () => {
  it('of the first ingest are the documents', async () => {
    expect(brief(await changes(index))).toEqual(['犬只管理办法 added', '公园管理办法 added']);
    const { stdout, exitCode } = await run(['changes'], index);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Ingest of \d{4}-\d\d-\d\d \d\d:\d\d\n\n《犬只管理办法》\n {2}added /u);
  });

  it('of an edited sentence are the one clause, with both texts to the letter', async () => {
    const { documents, indexDir } = await edit(dogs.replace('五十', '一百'));
    const before = await idsOfDogs(index);
    expect(await changes(indexDir)).toEqual([
      {
        document: expect.objectContaining({ title: '犬只管理办法', path: join(documents, 'dogs.txt') }),
        change: 'changed',
        clause: { id: before.get('第二条'), label: '第二条', heading: expect.any(String), path: ['第二条'] },
        before: '第二条 违者由公安机关处五十元罚款。\n',
        after: '第二条 违者由公安机关处一百元罚款。\n',
      },
    ]);
    const { stdout } = await run(['changes'], indexDir);
    expect(stdout).toContain(
      '《犬只管理办法》\n  changed  第二条\n    违者由公安机关处[-五十-]{+一百+}元罚款。\n',
    );
    expect(stdout).not.toContain('\u001b');
    expect(await idsOfDogs(indexDir)).toEqual(before);
  });

  it('of an article between two, numbered as a branch, are that article; all others keep their ids', async () => {
    const { indexDir } = await edit(dogs.replace('第二条', `第一条之二 ${schools}\n第二条`));
    expect(brief(await changes(indexDir))).toEqual(['犬只管理办法 added 第一条之二']);
    const [before, after] = [await idsOfDogs(index), await idsOfDogs(indexDir)];
    for (const [label, id] of before) expect(after.get(label)).toBe(id);
  });

  it('of an article between two, the others renumbered, are moves', async () => {
    const renumbered = dogs.replace('第三条', '第四条').replace('第二条', `第二条 ${schools}\n第三条`);
    const { indexDir } = await edit(renumbered);
    const list = await changes(indexDir);
    expect(brief(list)).toEqual([
      '犬只管理办法 added 第二条',
      '犬只管理办法 moved 第三条',
      '犬只管理办法 moved 第四条',
    ]);
    expect(list[1]).toMatchObject({
      before: '第二条 违者由公安机关处五十元罚款。\n',
      after: '第三条 违者由公安机关处五十元罚款。\n',
    });
    const { stdout } = await run(['changes'], indexDir);
    expect(stdout).toContain('  moved    第二条 → 第三条\n  moved    第三条 → 第四条\n');
  });

  it('of a document that is gone are one entry, as it was', async () => {
    const { documents, indexDir } = place();
    rmSync(join(documents, 'parks.txt'));
    await ingest(documents, indexDir);
    const list = await changes(indexDir);
    expect(brief(list)).toEqual(['公园管理办法 removed']);
    expect(list[0]).toMatchObject({ before: '公园管理办法\n', after: null });
  });

  it('stay as they were when nothing changed, and come from a day on when one is named', async () => {
    const { documents, indexDir } = await edit(dogs.replace('五十', '一百'));
    const before = await changes(indexDir);
    await ingest(documents, indexDir);
    expect(await changes(indexDir)).toEqual(before);
    const all = await changes(indexDir, '--since', '2020-01-01');
    expect(brief(all)).toEqual(['犬只管理办法 added', '公园管理办法 added', '犬只管理办法 changed 第二条']);
    expect(await changes(indexDir, '--since', '2999-01-01T00:00:00Z')).toEqual([]);
    const { stdout, exitCode } = await run(['changes', '--since', '2999-01-01T00:00:00Z'], indexDir);
    expect({ stdout, exitCode }).toEqual({
      stdout: 'No ingest has changed a clause since 2999-01-01T00:00:00.000Z.\n',
      exitCode: 0,
    });
  });

  it('are none, in one sentence, when none were ever recorded', async () => {
    const { indexDir } = place();
    rmSync(join(indexDir, 'changes.db'));
    expect(await changes(indexDir)).toEqual([]);
    expect(await run(['changes'], indexDir)).toMatchObject({
      exitCode: 0,
      stdout: 'No ingest has changed a clause since changes are recorded.\n',
    });
    expect(existsSync(join(indexDir, 'changes.db'))).toBe(false);
  });

  it('of no index: the sentence of the other commands', async () => {
    const missing = join(folder, 'missing');
    const asked = await run(['changes'], missing);
    expectSentence(asked, missing, 'clausewise ingest');
    expect(asked.stderr).toBe((await run(['documents'], missing)).stderr);
  });

  it('since what is no day are wrong usage', async () => {
    const { exitCode, stdout, stderr } = await run(['changes', '--since', 'yesterday'], index);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('--since');
    expect(stderr).toContain('ISO 8601');
  });

  it('in a damaged file are one sentence with the remedy, and ingest goes on', async () => {
    const { documents, indexDir } = place();
    const log = join(indexDir, 'changes.db');
    writeFileSync(log, 'no database '.repeat(500));
    expectSentence(await run(['changes'], indexDir), log, 'move it away');
    writeFileSync(join(documents, 'dogs.txt'), dogs.replace('五十', '一百'));
    const { stdout, stderr } = await ingest(documents, indexDir);
    expect(stdout).toMatch(/^changed .*dogs\.txt/mu);
    expect(messagesOf(stderr)).toEqual([expect.stringContaining(log)]);
    rmSync(log);
    writeFileSync(join(documents, 'dogs.txt'), dogs);
    await ingest(documents, indexDir);
    expect(brief(await changes(indexDir))).toEqual(['犬只管理办法 changed 第二条']);
  });
});
