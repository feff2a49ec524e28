import { shownPath } from '../answer/describe-document.ts';
import { createEmbedder } from '../embedding/create-embedder.ts';
import type { Embedder } from '../embedding/embedder.ts';
import { IndexError } from '../errors.ts';
import { ingest } from '../knowledge/ingest.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { openKnowledgeBase, requireModel } from '../knowledge/open-knowledge-base.ts';
import type { CommandContext } from './command-context.ts';
import { showProgress } from './show-progress.ts';

/**
 * Opens the index for a command that only reads it. The caller closes it.
 * @throws IndexError `index-missing`, with the remedy.
 */
export async function openIndex(indexDir: string): Promise<KnowledgeBase> {
  const knowledge = await openKnowledgeBase(indexDir);
  if (knowledge !== null) return knowledge;
  throw new IndexError(
    'index-missing',
    `There is no index in ${indexDir}: make one with "clausewise ingest DIR --index ${indexDir}".`,
  );
}

/**
 * Opens the index to answer questions from, and the model that it was made with, which begins to load at once.
 * Where there is no index, that of the documents folder is built first. The caller closes both.
 */
export async function openForQuestions(
  context: CommandContext,
  indexDir: string,
): Promise<{ knowledge: KnowledgeBase; embedder: Embedder }> {
  const embedder = createEmbedder(context.config.embeddingModel);
  try {
    const loading = embedder.warmUp();
    loading.catch(() => undefined);
    const model = await embedder.identity();
    const knowledge = (await openKnowledgeBase(indexDir)) ?? (await buildFirst(context, indexDir, embedder));
    try {
      requireModel(knowledge.manifest, model, indexDir);
      await loading;
    } catch (error) {
      knowledge.close();
      throw error;
    }
    return { knowledge, embedder };
  } catch (error) {
    await embedder.close();
    throw error;
  }
}

async function buildFirst(
  { config, stderr, now }: CommandContext,
  indexDir: string,
  embedder: Embedder,
): Promise<KnowledgeBase> {
  const folder = shownPath(config.documentsDir);
  stderr.write(`There is no index yet: building it from ${folder} in ${shownPath(indexDir)}, once.\n`);
  const { onProgress, finish } = showProgress(stderr);
  const deps = { embedder, now, onProgress, limits: config.readingLimits };
  const report = await ingest(deps, [config.documentsDir], indexDir).finally(finish);
  const failed = report.documents.filter(({ state }) => state === 'failed');
  for (const sentence of [...failed.map(({ error }) => error), ...report.warnings])
    stderr.write(`${sentence}\n`);
  return openIndex(indexDir);
}
