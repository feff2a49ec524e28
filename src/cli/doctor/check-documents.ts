import { shownPath } from '../../answer/describe-document.ts';
import { findDocuments } from '../../documents/find-documents.ts';
import { ClausewiseError } from '../../errors.ts';
import { type Check, checkOf } from './check-of.ts';

const remedy = 'set DOCUMENTS_DIR to a folder that holds documents';

/** Whether the folder of the documents is there, and how many it holds. */
export async function checkDocuments({ documentsDir }: { documentsDir: string }): Promise<Check> {
  const results = checkOf('documents');
  try {
    const { length } = await findDocuments([documentsDir]);
    return results.ok(`${length} ${length === 1 ? 'file' : 'files'} in ${shownPath(documentsDir)}`);
  } catch (error) {
    // An empty folder harms nobody whose documents come by "clausewise ingest".
    if (error instanceof ClausewiseError && error.code === 'folder-empty')
      return results.warning(`the folder ${documentsDir} holds no document that can be read`, remedy);
    if (error instanceof ClausewiseError) return results.failed(`there is no folder ${documentsDir}`, remedy);
    return results.failedWith(error, remedy);
  }
}
