import { shownPath } from '../../answer/describe-document.ts';
import type { ModelIdentity } from '../../embedding/embedder.ts';
import { type Check, checkOf } from './check-of.ts';

/**
 * Whether the folder of the embedding model is whole; the model is not loaded.
 * @param deps.identity of the model, as `verifyModel` gives it or rejects.
 */
export async function checkModel(deps: { folder: string; identity: Promise<ModelIdentity> }): Promise<Check> {
  const results = checkOf('model');
  try {
    const { id, revision, dimensions } = await deps.identity;
    return results.ok(`${id} (${revision}), ${dimensions} dimensions, in ${shownPath(deps.folder)}`);
  } catch (error) {
    return results.failedWith(
      error,
      `see that ${deps.folder} can be read, or set EMBEDDING_MODEL to another folder`,
    );
  }
}
