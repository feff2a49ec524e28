import { existsSync } from 'node:fs';
import { shownPath } from '../../answer/describe-document.ts';
import { openDatabase } from '../../knowledge/open-database.ts';
import { type Check, checkOf } from './check-of.ts';

/** Whether `state.db`, what users made, is whole. It is opened to be read only, also beside a running bot. */
export function checkState({ stateFile }: { stateFile: string }): Check {
  const results = checkOf('state');
  if (!existsSync(stateFile)) return results.ok(`nothing stored yet in ${shownPath(stateFile)}`);
  const remedy = 'restore it from a copy, or move it away to begin with an empty one';
  try {
    const database = openDatabase(stateFile, { readonly: true });
    try {
      const found = String(database.pragma('quick_check(1)', { simple: true }));
      return found === 'ok'
        ? results.ok(`${shownPath(stateFile)} is whole`)
        : results.failed(`${stateFile} is damaged (${found})`, remedy);
    } finally {
      database.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return results.failed(`${stateFile} is damaged or cannot be opened (${code})`, remedy);
  }
}
