import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDisk } from '../../src/cli/doctor/check-disk.ts';
import { checkDocuments } from '../../src/cli/doctor/check-documents.ts';
import { checkEvents } from '../../src/cli/doctor/check-events.ts';
import { checkIndex } from '../../src/cli/doctor/check-index.ts';
import { checkManifest } from '../../src/cli/doctor/check-manifest.ts';
import { checkModel } from '../../src/cli/doctor/check-model.ts';
import { checkNode } from '../../src/cli/doctor/check-node.ts';
import { checkRegistry } from '../../src/cli/doctor/check-registry.ts';
import { checkState } from '../../src/cli/doctor/check-state.ts';
import { verifyModel } from '../../src/embedding/model-files.ts';
import { ingest } from '../../src/knowledge/ingest.ts';
import { openDatabase } from '../../src/knowledge/open-database.ts';
import { requirements } from '../../src/slack/requirements.ts';
import { createHashEmbedder } from '../knowledge/hash-embedder.ts';
import { useTemporaryFolder, writeFiles } from '../temporary-folder.ts';

const folder = useTemporaryFolder();
const file = (name: string): string => join(folder(), name);
const gibibyte = 1024 ** 3;

describe('node', () => {
  it.each([
    ['v20.19.0', 'ok'],
    ['v22.0.0', 'ok'],
    ['v20.18.3', 'failed'],
    ['v18.20.0', 'failed'],
  ])('%s, where >=20.19 is needed, is %s', (version, state) => {
    writeFiles(folder(), { 'package.json': '{"engines":{"node":">=20.19"}}' });
    const found = checkNode({ version, packageRoot: folder() });
    expect(found).toMatchObject({ check: 'node', state, detail: expect.stringContaining(version) });
    expect(found.remedy).toMatch(state === 'ok' ? /^$/u : /^install Node.js 20\.19 or newer/u);
  });

  it('warns when package.json cannot be read', () => {
    expect(checkNode({ version: 'v20.19.0', packageRoot: folder() })).toMatchObject({ state: 'warning' });
  });
});

describe('model', () => {
  it('is ok with its revision', async () => {
    const identity = Promise.resolve({ id: 'm', revision: 'abc', dimensions: 12 });
    const found = await checkModel({ folder: folder(), identity });
    expect(found).toMatchObject({ check: 'model', state: 'ok', detail: expect.stringContaining('m (abc)') });
  });

  it('fails with the file that is missing and the remedy apart', async () => {
    const found = await checkModel({ folder: folder(), identity: verifyModel(folder()) });
    expect(found).toEqual({
      check: 'model',
      state: 'failed',
      detail: `The model file ${file('config.json')} is missing`,
      remedy:
        'restore it, for instance with "git checkout -- models", or set EMBEDDING_MODEL to a folder that holds a model',
    });
  });
});

describe('index', () => {
  const embedder = createHashEmbedder();
  const build = async (): Promise<string> => {
    writeFiles(file('documents'), { 'dogs.txt': '第一条 犬只应当登记。\n第二条 登记免费。\n' });
    const deps = { embedder, now: () => new Date(0), onProgress: () => undefined };
    await ingest(deps, [file('documents')], file('index'));
    return readFileSync(file('index/current'), 'utf8').trim();
  };
  const check = () => checkIndex({ indexDir: file('index'), model: embedder.identity() });

  it('is ok with what it holds', async () => {
    await build();
    expect(await check()).toMatchObject({
      state: 'ok',
      detail: expect.stringMatching(/^1 documents, 2 cl/u),
    });
  });

  it('that does not exist yet is a warning that says how to make it', async () => {
    expect(await check()).toMatchObject({
      state: 'warning',
      remedy: expect.stringContaining('clausewise ingest DIR'),
    });
  });

  it('with a damaged manifest fails', async () => {
    const generation = await build();
    writeFiles(file(`index/generations/${generation}`), { 'manifest.json': '{' });
    expect(await check()).toMatchObject({
      state: 'failed',
      detail: expect.stringContaining('damaged'),
      remedy: expect.stringContaining('make it again'),
    });
  });

  it('of another model fails', async () => {
    await build();
    const model = Promise.resolve({ id: 'other', revision: 'other', dimensions: 12 });
    const found = await checkIndex({ indexDir: file('index'), model });
    expect(found).toMatchObject({ state: 'failed', remedy: expect.stringContaining('EMBEDDING_MODEL') });
  });
});

describe('registry', () => {
  it('counts its names', () => {
    writeFiles(folder(), { 'r.yaml': 'organizations:\n  - name: 经信厅\n    aliases: [经信委]\n' });
    expect(checkRegistry({ registryFile: file('r.yaml') })).toMatchObject({
      state: 'ok',
      detail: expect.stringMatching(/^2 names/u),
    });
  });

  it.each([
    ['missing', null],
    ['damaged', 'organizations: ['],
  ])('fails when it is %s', (_, text) => {
    if (text !== null) writeFiles(folder(), { 'r.yaml': text });
    const found = checkRegistry({ registryFile: file('r.yaml') });
    expect(found).toMatchObject({ state: 'failed', detail: expect.stringContaining(file('r.yaml')) });
    expect(found.remedy).not.toBe('');
  });
});

describe('documents', () => {
  const check = () => checkDocuments({ documentsDir: file('documents') });

  it('are counted', async () => {
    writeFiles(file('documents'), { 'a.txt': 'a', 'b/c.md': 'b', 'd.exe': 'no document' });
    expect(await check()).toMatchObject({ state: 'ok', detail: expect.stringMatching(/^2 files/u) });
  });

  it('in an empty folder are a warning, without a folder a failure', async () => {
    expect(await check()).toMatchObject({
      state: 'failed',
      remedy: expect.stringContaining('DOCUMENTS_DIR'),
    });
    mkdirSync(file('documents'));
    expect(await check()).toMatchObject({
      state: 'warning',
      remedy: expect.stringContaining('DOCUMENTS_DIR'),
    });
  });
});

describe('disk', () => {
  it.each([
    [20 * gibibyte, 'ok', '20 GiB'],
    [gibibyte - 1, 'warning', '1023 MiB'],
    [99 * 1024 ** 2, 'failed', '99 MiB'],
  ])('%d bytes free are %s', async (bytes, state, shown) => {
    const found = await checkDisk({ indexDir: file('not/yet'), freeBytesOf: async () => bytes });
    expect(found).toMatchObject({ check: 'disk', state, detail: expect.stringContaining(`${shown} free`) });
    expect(found.remedy === '').toBe(state === 'ok');
  });

  it('asks the file system', async () => {
    expect((await checkDisk({ indexDir: folder() })).detail).toMatch(/^[\d.]+ [MG]iB free/u);
  });

  it('fails where the folder cannot be written', async () => {
    const requireWritable = () => Promise.reject(Object.assign(new Error('no'), { code: 'EROFS' }));
    const found = await checkDisk({ indexDir: folder(), requireWritable });
    expect(found).toMatchObject({ state: 'failed', detail: expect.stringContaining('(EROFS)') });
  });

  it('fails where a file stands in the place of the folder', async () => {
    writeFiles(folder(), { index: '' });
    const found = await checkDisk({ indexDir: file('index') });
    expect(found).toMatchObject({ state: 'failed', detail: expect.stringContaining('(ENOTDIR)') });
  });

  it.skipIf(process.getuid?.() === 0)('fails where writing is forbidden', async () => {
    chmodSync(folder(), 0o500);
    expect(await checkDisk({ indexDir: folder() })).toMatchObject({ state: 'failed' });
    chmodSync(folder(), 0o700);
  });
});

describe('state and events', () => {
  const stateFile = (): string => file('state.db');
  const note = (...types: readonly string[]): void => {
    const database = openDatabase(stateFile());
    database.exec('CREATE TABLE slack_event_kind (type TEXT PRIMARY KEY, last_at INTEGER NOT NULL)');
    for (const type of types) database.prepare('INSERT INTO slack_event_kind VALUES (?, 1000)').run(type);
    database.close();
  };

  it('are ok when nothing was stored', () => {
    expect(checkState({ stateFile: stateFile() })).toMatchObject({
      state: 'ok',
      detail: expect.stringContaining('nothing stored yet'),
    });
    expect(checkEvents({ stateFile: stateFile() })).toMatchObject({
      state: 'ok',
      detail: expect.stringContaining('Slack does not tell'),
      remedy: '',
    });
  });

  it('are ok with whole data, and nothing is written', () => {
    note(...requirements.events.map(({ name }) => name));
    const before = readFileSync(stateFile());
    expect(checkState({ stateFile: stateFile() })).toMatchObject({ state: 'ok', remedy: '' });
    expect(checkEvents({ stateFile: stateFile() })).toMatchObject({
      state: 'ok',
      detail: expect.stringContaining('1970-01-01T00:00:01'),
    });
    expect(readFileSync(stateFile()).equals(before)).toBe(true);
  });

  it('fail on a damaged file; events leave that to state', () => {
    writeFiles(folder(), { 'state.db': 'no database '.repeat(500) });
    expect(checkState({ stateFile: stateFile() })).toMatchObject({
      state: 'failed',
      detail: expect.stringContaining('damaged'),
      remedy: expect.stringContaining('restore it'),
    });
    expect(checkEvents({ stateFile: stateFile() })).toMatchObject({ state: 'ok' });
  });

  it('warn of an event that never came while others did', () => {
    note('app_mention', 'app_home_opened', 'message.im', 'message.groups');
    expect(checkEvents({ stateFile: stateFile() })).toMatchObject({
      state: 'warning',
      detail: expect.stringMatching(/^never received: message\.channels \(/u),
      remedy: expect.stringContaining('Event Subscriptions'),
    });
  });
});

describe('manifest', () => {
  const names = (list: ReadonlyArray<{ name: string }>): string[] => list.map(({ name }) => name);
  const check = (
    changes: { scopes?: string[]; events?: string[]; socket?: boolean; url?: string } = {},
    mode: 'socket' | 'http' = 'socket',
  ) => {
    const { scopes = names(requirements.scopes), events = names(requirements.events), url } = changes;
    const manifest = {
      features: { slash_commands: [{ command: '/clausewise', url }] },
      oauth_config: { scopes: { bot: scopes } },
      settings: {
        event_subscriptions: { bot_events: events, request_url: url },
        interactivity: { is_enabled: true, request_url: url },
        socket_mode_enabled: changes.socket ?? true,
      },
    };
    writeFiles(folder(), { 'manifest.json': JSON.stringify(manifest) });
    return checkManifest({ manifestFile: file('manifest.json'), mode, publicUrl: 'https://c.example' });
  };

  it('that asks for what is needed is ok', () => {
    expect(check()).toMatchObject({ check: 'manifest', state: 'ok', remedy: '' });
    expect(check({ socket: false, url: 'https://c.example/slack/events' }, 'http').state).toBe('ok');
  });

  it.each([
    ['without a scope', { scopes: ['chat:write'] }, 'the scope app_mentions:read is missing'],
    ['with a further event', { events: ['team_join'] }, 'the event team_join is not needed'],
    ['without Socket Mode', { socket: false }, 'socket_mode_enabled is not true'],
  ])('%s is a warning', (_, changes, detail) => {
    const found = check(changes);
    expect(found).toMatchObject({ state: 'warning', detail: expect.stringContaining(detail) });
    expect(found.remedy).not.toBe('');
  });

  it('for Socket Mode is a warning over HTTP, with the address for the request URLs', () => {
    expect(check({}, 'http')).toMatchObject({
      state: 'warning',
      detail: expect.stringContaining('socket_mode_enabled is true'),
      remedy: expect.stringMatching(/switch Socket Mode off.*https:\/\/c\.example\/slack\/events/u),
    });
  });

  it('that is missing is a warning', () => {
    const found = checkManifest({ manifestFile: file('none'), mode: 'socket', publicUrl: undefined });
    expect(found).toMatchObject({ state: 'warning', remedy: expect.stringContaining('restore it') });
  });
});
