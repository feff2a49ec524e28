import type { AnswerQuestion } from '../src/answer/answer.ts';
import { createAnswerer } from '../src/answer/create-answerer.ts';
import { openRefusalJudge } from '../src/answer/open-refusal-judge.ts';
import { openRegistry } from '../src/cli/open-registry.ts';
import { readConfig } from '../src/config.ts';
import { createEmbedder } from '../src/embedding/create-embedder.ts';
import { followKnowledgeBase } from '../src/knowledge/follow-knowledge-base.ts';
import { ingest } from '../src/knowledge/ingest.ts';
import type { KnowledgeBase } from '../src/knowledge/knowledge-base.ts';
import { openKnowledgeBase } from '../src/knowledge/open-knowledge-base.ts';

/** The documents of DOCUMENTS_DIR in INDEX_DIR, brought up to date, and what answers from them. */
export type OpenDocuments = { knowledge: KnowledgeBase; answer: AnswerQuestion; close(): Promise<void> };

/** Opens them for a measurement. The caller closes what it is given. */
export async function openDocuments(): Promise<OpenDocuments> {
  const { documentsDir, embeddingModel, indexDir, refusalDir, registryFile } = readConfig(process.env);
  const now = (): Date => new Date();
  const embedder = createEmbedder(embeddingModel);
  await ingest({ embedder, now, onProgress: () => undefined }, [documentsDir], indexDir);
  const knowledge = await openKnowledgeBase(indexDir);
  if (knowledge === null) throw new Error('There is no index.');
  const source = followKnowledgeBase(indexDir, knowledge, (error) => console.error(error));
  const judgeOf = openRefusalJudge({ embedder }, indexDir, refusalDir);
  const registry = openRegistry(registryFile);
  return {
    knowledge,
    answer: createAnswerer({ source, embedder, registry, judgeOf, now }),
    close: async () => {
      source.close();
      await embedder.close();
    },
  };
}
