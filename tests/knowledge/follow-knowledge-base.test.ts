import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { followKnowledgeBase, type KnowledgeLease } from '../../src/knowledge/follow-knowledge-base.ts';
import { currentGeneration, generationFolder } from '../../src/knowledge/generations.ts';
import { ingest } from '../../src/knowledge/ingest.ts';
import type { KnowledgeBase } from '../../src/knowledge/knowledge-base.ts';
import { openKnowledgeBase } from '../../src/knowledge/open-knowledge-base.ts';
import { useTemporaryFolder, writeFiles } from '../temporary-folder.ts';
import { createHashEmbedder } from './hash-embedder.ts';

const folder = useTemporaryFolder();
const indexDir = (): string => join(folder(), 'index');

/** Ingests one document with this text. */
async function publish(text: string): Promise<void> {
  const docs = join(folder(), 'docs');
  writeFiles(docs, { 'a.txt': text });
  const deps = { embedder: createHashEmbedder(), now: () => new Date(), onProgress: () => undefined };
  await ingest(deps, [docs], indexDir());
}

async function open(): Promise<KnowledgeBase> {
  const knowledge = await openKnowledgeBase(indexDir());
  if (knowledge === null) throw new Error('Expected an index, got none.');
  return knowledge;
}

const textOf = ({ knowledge }: KnowledgeLease): string =>
  knowledge.textOf(knowledge.listDocuments()[0]?.id ?? '');

/** A knowledge base that is closed cannot list its documents. */
const isOpen = (knowledge: KnowledgeBase): boolean => {
  try {
    knowledge.listDocuments();
    return true;
  } catch {
    return false;
  }
};

const descriptors = '/proc/self/fd';

/** How many files of the index this process has open (Linux). */
function countOpenFiles(): number {
  const targets = readdirSync(descriptors).map((name) => {
    try {
      return readlinkSync(join(descriptors, name));
    } catch {
      // The descriptor by which the folder itself was read.
      return '';
    }
  });
  return targets.filter((target) => target.startsWith(indexDir())).length;
}

describe('followKnowledgeBase', () => {
  it('lets a lease read its generation to the end, and gives the next lease the new one', async () => {
    await publish('旧的文字。');
    const source = followKnowledgeBase(indexDir(), await open(), () => undefined);
    const [old, same] = [await source.lease(), await source.lease()];
    await publish('新的文字。');
    const fresh = await source.lease();
    expect([textOf(old), textOf(fresh)]).toEqual(['旧的文字。', '新的文字。']);
    old.release();
    expect(isOpen(old.knowledge)).toBe(true);
    same.release();
    expect(isOpen(old.knowledge)).toBe(false);
    expect(isOpen(fresh.knowledge)).toBe(true);
    fresh.release();
    source.close();
    expect(isOpen(fresh.knowledge)).toBe(false);
  });

  it('closes with its last lease when it is closed before', async () => {
    await publish('文字。');
    const source = followKnowledgeBase(indexDir(), await open(), () => undefined);
    const lease = await source.lease();
    source.close();
    expect(isOpen(lease.knowledge)).toBe(true);
    lease.release();
    expect(isOpen(lease.knowledge)).toBe(false);
  });

  it('stays with the old generation when the new one cannot be opened, and says so once', async () => {
    await publish('旧的文字。');
    const errors: unknown[] = [];
    const source = followKnowledgeBase(indexDir(), await open(), (error) => errors.push(error));
    await publish('新的文字。');
    const generation = (await currentGeneration(indexDir())) ?? '';
    writeFiles(generationFolder(indexDir(), generation), { 'vectors.hnsw': 'cut' });
    for (let count = 0; count < 3; count += 1) {
      const lease = await source.lease();
      expect(textOf(lease)).toBe('旧的文字。');
      lease.release();
    }
    expect(errors).toEqual([expect.objectContaining({ code: 'index-damaged' })]);
    source.close();
  });

  it.runIf(existsSync(descriptors))(
    'leaves no file open after leases that came at the same time',
    async () => {
      await publish('旧的文字。');
      const source = followKnowledgeBase(indexDir(), await open(), () => undefined);
      await publish('新的文字。');
      const leases = await Promise.all([source.lease(), source.lease(), source.lease()]);
      expect(leases.map(textOf)).toEqual(['新的文字。', '新的文字。', '新的文字。']);
      for (const { release } of leases) release();
      source.close();
      expect(leases.map(({ knowledge }) => isOpen(knowledge))).toEqual([false, false, false]);
      expect(countOpenFiles()).toBe(0);
    },
  );
});
