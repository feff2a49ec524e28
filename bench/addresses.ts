import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerAddress } from '../src/answer/answer-address.ts';
import { citeClause } from '../src/answer/cite-clause.ts';
import { pathTo } from '../src/answer/quote-clause.ts';
import { readConfig } from '../src/config.ts';
import { ingest } from '../src/knowledge/ingest.ts';
import type { IndexedClause, KnowledgeBase } from '../src/knowledge/knowledge-base.ts';
import { openKnowledgeBase } from '../src/knowledge/open-knowledge-base.ts';
import { createHashEmbedder } from '../tests/knowledge/hash-embedder.ts';
import { groupByLaw } from './group-by-law.ts';
import { pickEvenly } from './pick-evenly.ts';

/**
 * Asks for 500 clauses by their address: 250 of the documents in DOCUMENTS_DIR, as they are cited, and 250 articles of
 * laws drawn from a corpus whose ids end in the article's label, as people say them. An address needs no model.
 * Usage: node build/bench/addresses.js CORPUS.jsonl[.gz] [--misses]
 */
const perSource = 250;
/** 243 clauses of the seeds are cited; together 500. */
const lawsAsked = 257;
const ways = [
  (title: string, label: string): string => `${title}${label}`,
  (title: string, label: string): string => `《${title}》${label}是什么？`,
  (title: string, label: string): string => `请问${title.replace(/^中华人民共和国/u, '')}${label}规定了什么`,
];

const [corpus, ...flags] = process.argv.slice(2);
if (corpus === undefined)
  throw new Error('Usage: node build/bench/addresses.js CORPUS.jsonl[.gz] [--misses]');
const { documentsDir } = readConfig(process.env);
const folder = await mkdtemp(join(tmpdir(), 'clausewise-addresses-'));
try {
  const laws = [...groupByLaw(await readFile(corpus))];
  const drawn = pickEvenly(laws, lawsAsked);
  for (const [index, [title, articles]] of drawn.entries()) {
    const body = articles.map(({ label, text }) => `${label}　${text}`).join('\n');
    await writeFile(join(folder, `${index}.txt`), `${title}\n${body}\n`);
  }
  const deps = { embedder: createHashEmbedder(), now: () => new Date(), onProgress: () => undefined };
  await ingest(deps, [documentsDir, folder], join(folder, 'index'));
  const knowledge = await openKnowledgeBase(join(folder, 'index'));
  if (knowledge === null) throw new Error('There is no index.');
  const cited = askCited(knowledge);
  let said = 0;
  for (const [index, [title, articles]] of drawn.entries()) {
    const { label, text } = articles[(index * 7) % articles.length] ?? { label: '', text: '' };
    const question = (ways[index % ways.length] ?? ways[0])?.(title, label) ?? '';
    const quotes = answerAddress(knowledge, question)?.quotations.map(({ quote }) => quote) ?? [];
    const isRight = quotes.some((quote) =>
      quote.startsWith(`${label}　${text.split('\n')[0]?.slice(0, 20) ?? ''}`),
    );
    if (isRight) said += 1;
    else if (flags.includes('--misses'))
      console.log(`missed ${question}: ${quotes[0]?.slice(0, 40) ?? 'none'}`);
  }
  console.log(`cited clauses of ${documentsDir}: ${cited.right} of ${cited.all}`);
  console.log(`articles of ${drawn.length} laws: ${said} of ${drawn.length}`);
  knowledge.close();
} finally {
  await rm(folder, { recursive: true, force: true });
}

function askCited(knowledge: KnowledgeBase): { right: number; all: number } {
  const clauses = knowledge
    .listDocuments()
    .filter(({ path }) => path.startsWith(documentsDir))
    .flatMap(({ id }) => knowledge.clausesOf(id).filter(({ level }) => level > 0));
  const drawn = pickEvenly(clauses, perSource);
  const right = drawn.filter((clause) => isFound(knowledge, clause)).length;
  return { right, all: drawn.length };
}

function isFound(knowledge: KnowledgeBase, clause: IndexedClause): boolean {
  const document = knowledge.findDocument(clause.documentId);
  if (document === null) return false;
  const citation = citeClause(document, pathTo(knowledge, clause));
  return answerAddress(knowledge, citation)?.quotations.some((one) => one.clause.id === clause.id) ?? false;
}
