import { shownPath } from '../../answer/describe-document.ts';
import { openRegistry } from '../open-registry.ts';
import { type Check, checkOf } from './check-of.ts';

/** Whether the registry of organizations can be read. */
export function checkRegistry({ registryFile }: { registryFile: string }): Check {
  const results = checkOf('registry');
  try {
    const names = openRegistry(registryFile).names().length;
    return results.ok(`${names} names of organizations in ${shownPath(registryFile)}`);
  } catch (error) {
    return results.failedWith(error, `restore ${registryFile}`);
  }
}
