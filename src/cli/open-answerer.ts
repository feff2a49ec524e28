import type { AnswerQuestion, Place } from '../answer/answer.ts';
import { createAnswerer } from '../answer/create-answerer.ts';
import { type ClauseReader, createClauseReader } from '../answer/create-clause-reader.ts';
import { openRefusalJudge } from '../answer/open-refusal-judge.ts';
import { followKnowledgeBase, type KnowledgeSource } from '../knowledge/follow-knowledge-base.ts';
import type { Manifest } from '../knowledge/manifest.ts';
import { documentLink } from '../web/document-link.ts';
import type { CommandContext } from './command-context.ts';
import { openForQuestions } from './open-index.ts';
import { openRegistry } from './open-registry.ts';

/** All that answers questions, ready for the first. Whoever opened it closes it. */
export type OpenAnswerer = {
  answer: AnswerQuestion;
  reader: ClauseReader;
  source: KnowledgeSource;
  /** Of the generation in use at the start. */
  manifest: Manifest;
  close(): Promise<void>;
};

/** Opens the index and the model for a command that answers questions, and follows new generations. */
export async function openAnswerer(context: CommandContext, indexDir: string): Promise<OpenAnswerer> {
  // Before the model is loaded: a registry that cannot be used is said at once.
  const registry = openRegistry(context.config.registryFile);
  const { knowledge, embedder } = await openForQuestions(context, indexDir);
  const source = followKnowledgeBase(indexDir, knowledge, (error) =>
    context.logger.error({ err: error }, 'a new index cannot be opened; the old one stays in use'),
  );
  const { publicUrl } = context.config;
  const linkOf = publicUrl === undefined ? () => null : (place: Place) => documentLink(publicUrl, place);
  return {
    reader: createClauseReader({ source, embedder, registry, linkOf }),
    answer: createAnswerer({
      source,
      embedder,
      registry,
      linkOf,
      now: context.now,
      judgeOf: openRefusalJudge({ embedder }, indexDir, context.config.refusalDir),
    }),
    source,
    manifest: knowledge.manifest,
    close: async () => {
      source.close();
      await embedder.close();
    },
  };
}
