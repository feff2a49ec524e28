import { requirements } from '../../slack/requirements.ts';
import { type Check, checkOf } from './check-of.ts';

/**
 * Compares what the app was given with what the code needs.
 * @param granted as Slack's header `x-oauth-scopes` has them; undefined when Slack did not say.
 */
export function checkScopes(granted: readonly string[] | undefined): Check {
  const results = checkOf('scopes');
  if (granted === undefined) {
    return results.warning(
      'not known: Slack did not say which scopes the app has',
      'compare them with slack-manifest.json under OAuth & Permissions',
    );
  }
  const missing = requirements.scopes.filter(({ name }) => !granted.includes(name));
  if (missing.length > 0) {
    const list = missing.map(({ name, reason }) => `${name} (${reason})`).join(', ');
    const it = missing.length === 1 ? 'it' : 'them';
    return results.failed(`missing: ${list}`, `add ${it} under OAuth & Permissions, then reinstall the app`);
  }
  const further = granted.filter((name) => requirements.scopes.every((need) => need.name !== name));
  return further.length === 0
    ? results.ok(`all ${requirements.scopes.length} that are needed`)
    : results.warning(
        `all that are needed, and more: ${further.join(', ')}`,
        'remove what nothing else needs under OAuth & Permissions, then reinstall the app',
      );
}
