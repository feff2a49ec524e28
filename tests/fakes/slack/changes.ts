import type { MethodContext } from './method.ts';
import type { Person } from './people.ts';

/** What people and their administrators change in the workspace around the app. */
export function createChanges(options: { context: MethodContext; scopes: Set<string>; revoke: () => void }) {
  const { workspace, people } = options.context;
  return {
    setLocale: (user: string, locale: string): void => people.change(user, { locale }),
    setPerson: (user: string, changes: Partial<Person>): void => people.change(user, changes),
    addChannel: (channel: string): void => void workspace.addChannel(channel),
    /** The bot is no member any more: it cannot post, and gets no messages from there. */
    removeBot: (channel: string): void => void workspace.leave(channel),
    inviteBot: (channel: string): void => void workspace.join(channel),
    archive: (channel: string): void => void workspace.archive(channel),
    /** Every call with the bot token fails with `token_revoked` from now on. */
    revoke: options.revoke,
    removeScope: (scope: string): void => void options.scopes.delete(scope),
  };
}
