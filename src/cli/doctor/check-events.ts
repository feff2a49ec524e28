import { existsSync } from 'node:fs';
import { openDatabase } from '../../knowledge/open-database.ts';
import { requirements } from '../../slack/requirements.ts';
import { type Check, checkOf } from './check-of.ts';

/**
 * Which of the events that are needed have ever come. Slack does not tell an app what it is subscribed to, so the
 * kinds that the bot noted in `state.db` are all there is to judge by.
 */
export function checkEvents({ stateFile }: { stateFile: string }): Check {
  const results = checkOf('events');
  const received = readReceived(stateFile);
  if (received.size === 0) {
    return results.ok(
      'not known: Slack does not tell an app which events it is subscribed to, and none has been received yet',
    );
  }
  const missing = requirements.events.filter(({ name }) => !received.has(name));
  if (missing.length === 0) {
    const last = new Date(Math.max(...received.values()));
    return results.ok(
      `every kind that is needed has been received, the last at ${Number.isNaN(last.getTime()) ? 'an unknown time' : last.toISOString()}`,
    );
  }
  const names = missing.map(({ name }) => name).join(', ');
  const reasons = missing.map(({ name, reason }) => `${name} ${reason}`).join('; ');
  return results.warning(
    `never received: ${names} (not subscribed, or nothing of the kind has happened yet)`,
    `subscribe to it under Event Subscriptions, bot events, then reinstall the app (${reasons})`,
  );
}

/** When each kind of event last came, in epoch milliseconds; empty where nothing was noted. */
function readReceived(stateFile: string): Map<string, number> {
  if (!existsSync(stateFile)) return new Map();
  try {
    const database = openDatabase(stateFile, { readonly: true });
    try {
      const rows = database
        .prepare<[], { type: string; last_at: number }>('SELECT type, last_at FROM slack_event_kind')
        .all();
      return new Map(rows.map(({ type, last_at }) => [type, last_at]));
    } finally {
      database.close();
    }
  } catch {
    // No such table: no bot that notes them has run. A damaged file is the finding of the check `state`.
    return new Map();
  }
}
