import { shownPath } from '../../answer/describe-document.ts';
import type { ModelIdentity } from '../../embedding/embedder.ts';
import { openKnowledgeBase, requireModel } from '../../knowledge/open-knowledge-base.ts';
import { type Check, checkOf } from './check-of.ts';

/**
 * Whether the generation in use opens, is of this program's format and was made with this model.
 * @param deps.model null when it is not known; then the index is not compared with it.
 */
export async function checkIndex(deps: {
  indexDir: string;
  model: Promise<ModelIdentity | null>;
}): Promise<Check> {
  const { indexDir } = deps;
  const results = checkOf('index');
  try {
    const knowledge = await openKnowledgeBase(indexDir);
    if (knowledge === null) {
      return results.warning(
        `there is no index in ${indexDir} yet`,
        `make it with "clausewise ingest DIR --index ${indexDir}"; the first question builds that of DOCUMENTS_DIR`,
      );
    }
    const { manifest } = knowledge;
    knowledge.close();
    const model = await deps.model;
    if (model !== null) requireModel(manifest, model, indexDir);
    const { documents, clauses, createdAt } = manifest;
    const counts = `${documents} documents, ${clauses - documents} clauses`;
    return results.ok(`${counts} in ${shownPath(indexDir)}, made at ${createdAt}`);
  } catch (error) {
    return results.failedWith(error, `make it again with "clausewise ingest DIR --index ${indexDir}"`);
  }
}
