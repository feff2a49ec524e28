import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ingest } from '../../src/knowledge/ingest.ts';
import type { IndexedDocument, KnowledgeBase } from '../../src/knowledge/knowledge-base.ts';
import { openKnowledgeBase } from '../../src/knowledge/open-knowledge-base.ts';
import { type DocumentView, readDocumentView } from '../../src/web/read-document-view.ts';
import { createHashEmbedder } from '../knowledge/hash-embedder.ts';
import { useTemporaryFolder, writeFiles } from '../temporary-folder.ts';

const folder = useTemporaryFolder();
const text = '一、水\n（一）𠮷野家。\n（二）本办法由水利局解释。\n';

/** What the page of a document of this text shows, asked for by this query. */
async function view(query: string): Promise<DocumentView | string> {
  return read((knowledge, { id }) => {
    const reader = { language: 'en', today: new Date('2026-01-01') };
    return readDocumentView(knowledge, id, new URLSearchParams(query), reader);
  });
}

async function read<Result>(
  use: (knowledge: KnowledgeBase, document: IndexedDocument) => Promise<Result>,
): Promise<Result> {
  const [docs, index] = [join(folder(), 'docs'), join(folder(), 'index')];
  writeFiles(docs, { 'a.txt': text });
  const deps = { embedder: createHashEmbedder(), now: () => new Date(), onProgress: () => undefined };
  await ingest(deps, [docs], index);
  const knowledge = await openKnowledgeBase(index);
  const document = knowledge?.listDocuments()[0];
  if (knowledge === null || document === undefined) throw new Error('Expected an index, got none.');
  return use(knowledge, document).finally(() => knowledge.close());
}

describe('readDocumentView', () => {
  it('reads the text, its language and its clauses, and no quoted place unless one is asked for', async () => {
    expect(await view('')).toMatchObject({ text, language: 'zh', quoted: null, notices: [] });
  });

  it('cites a place by the innermost clause that holds all of it', async () => {
    const citation = async (start: number, end: number): Promise<unknown> => {
      const found = await view(`start=${start}&end=${end}`);
      return typeof found === 'string' ? found : found.quoted?.citation;
    };
    const last = text.indexOf('本办法');
    expect(await citation(last, last + 3)).toMatch(/一、（二）$/u);
    expect(await citation(5, last + 3)).toMatch(/一$/u);
  });

  it('takes a place that cuts a character in two for none', async () => {
    const at = text.indexOf('𠮷');
    expect(await view(`start=${at + 1}&end=${at + 4}`)).toBe('place-gone');
    expect(await view(`start=0&end=${at + 1}`)).toBe('place-gone');
    expect(await view(`start=${at}&end=${at + 2}`)).toMatchObject({
      quoted: { span: { start: at, end: at + 2 } },
    });
  });
});
