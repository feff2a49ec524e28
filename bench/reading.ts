import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { walkClauses } from '../src/clauses/clause.ts';
import { parseDocument } from '../src/clauses/parse-document.ts';
import { splitSentences } from '../src/clauses/split-sentences.ts';
import { readConfig } from '../src/config.ts';
import { findDocuments } from '../src/documents/find-documents.ts';
import { readDocument } from '../src/documents/read-document.ts';
import { readMetadata } from '../src/documents/read-metadata.ts';

/**
 * Reads many documents without embedding them (file, metadata, clauses, sentences) and prints how much text that
 * is a minute, and the memory in use after each quarter. The documents are those of seeds/, many times over.
 * Usage: node --expose-gc build/bench/reading.js [MEGABYTES]
 */
const megabytes = Number(process.argv[2] ?? 40);
const { documentsDir } = readConfig(process.env);
const folder = await mkdtemp(join(tmpdir(), 'clausewise-reading-'));
try {
  const bytes = await writeCopies();
  await measure(bytes);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function writeCopies(): Promise<number> {
  const seeds = await Promise.all(
    (await readdir(documentsDir)).map((name) => readFile(join(documentsDir, name))),
  );
  let written = 0;
  for (let copy = 0; written < megabytes * 1e6; copy += 1) {
    const seed = seeds[copy % seeds.length] ?? Buffer.alloc(0);
    await writeFile(join(folder, `${copy}.txt`), seed);
    written += seed.length;
  }
  return written;
}

async function measure(bytes: number): Promise<void> {
  const files = await findDocuments([folder]);
  const quarter = Math.ceil(files.length / 4);
  let clauses = 0;
  let sentences = 0;
  const started = performance.now();
  for (const [index, file] of files.entries()) {
    const document = await readDocument(file);
    const { title } = readMetadata(document.text, file.name, document);
    const { root, noise } = parseDocument(document.id, document.text, title, document.layout);
    for (const { bodyStart, ownSpan } of walkClauses(root)) {
      clauses += 1;
      sentences += splitSentences(document.text, { start: bodyStart, end: ownSpan.end }, noise).length;
    }
    if ((index + 1) % quarter === 0 || index + 1 === files.length) reportMemory(index + 1);
  }
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `${files.length} documents, ${clauses} clauses, ${sentences} sentences in ${seconds.toFixed(1)} s`,
  );
  console.log(`${((bytes / 1e6 / seconds) * 60).toFixed(0)} MB of text a minute`);
}

function reportMemory(done: number): void {
  globalThis.gc?.();
  const mebibytes = process.memoryUsage().heapUsed / 1024 / 1024;
  console.log(`${String(done).padStart(6)} documents read: ${mebibytes.toFixed(0)} MiB of heap in use`);
}
