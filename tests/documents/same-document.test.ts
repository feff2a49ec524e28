import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Clause, walkClauses } from '../../src/clauses/clause.ts';
import { parseDocument } from '../../src/clauses/parse-document.ts';
import { splitSentences } from '../../src/clauses/split-sentences.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { readMetadata } from '../../src/documents/read-metadata.ts';
import { useTemporaryFolder, writeFiles } from '../temporary-folder.ts';
import { sameDocument } from './same-document.ts';

const folder = useTemporaryFolder();
const files = await sameDocument();
const withoutSpace = (text: string): string => text.replace(/\s+/gu, '');

/** What a reader sees of a document: its clauses with their sentences, white space dropped. */
async function readAs(name: string): Promise<object> {
  writeFiles(folder(), files);
  const document = await readDocument({ path: join(folder(), name), root: folder(), name });
  const { title } = readMetadata(document.text, name, document);
  const { root, noise } = parseDocument('d', document.text, title, document.layout);
  const describeClause = (clause: Clause): object => ({
    place: `${'.'.repeat(clause.level)}${clause.label}`,
    heading: withoutSpace(clause.heading),
    sentences: splitSentences(document.text, { start: clause.bodyStart, end: clause.ownSpan.end }, noise).map(
      ({ start, end }) => withoutSpace(document.text.slice(start, end)),
    ),
  });
  return { title, clauses: [...walkClauses(root)].map(describeClause) };
}

describe('the same document', () => {
  it('is what it should be as plain text', async () => {
    const { clauses } = { clauses: [], ...(await readAs('plain.txt')) };
    expect(clauses).toHaveLength(11);
    expect(JSON.stringify(clauses)).toContain(
      '"place":"...（二）","heading":"","sentences":["公布收费标准和投诉电话；"]',
    );
  });

  it.each(Object.keys(files))('has the same clauses and sentences as %s', async (name) => {
    expect(await readAs(name)).toEqual(await readAs('plain.txt'));
  });
});
