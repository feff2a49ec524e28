import { setTimeout as delay } from 'node:timers/promises';
import type { Ephemeral } from './ephemerals.ts';
import type { MethodContext } from './method.ts';
import type { StoredView } from './views.ts';
import { identity, type StoredMessage } from './workspace.ts';

/** Waiting for what the app shows; every wait rejects with what was seen instead. */
export function createWaits({ workspace, ephemerals, views, violations }: MethodContext) {
  async function waitUntil<T>(
    found: () => T | undefined,
    timeoutMs: number,
    expected: string,
    seen: () => unknown,
  ): Promise<T> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const result = found();
      if (result !== undefined) return result;
      if (Date.now() > deadline) {
        throw new Error(`Expected ${expected}, got ${JSON.stringify(seen())}; violations ${violations}`);
      }
      await delay(20);
    }
  }

  function replies(channel: string, threadTs?: string): StoredMessage[] {
    const all = threadTs === undefined ? workspace.inChannel(channel) : workspace.inThread(channel, threadTs);
    return all.filter((message) => message.bot_id === identity.bot);
  }

  return {
    replies,
    waitForReply: (of: { channel: string; threadTs?: string; count?: number; timeoutMs?: number }) =>
      waitUntil(
        () => replies(of.channel, of.threadTs)[(of.count ?? 1) - 1],
        of.timeoutMs ?? 10_000,
        `reply ${of.count ?? 1} in ${JSON.stringify(of)}`,
        () => workspace.inChannel(of.channel),
      ),
    /** The `count`th that fits, deleted ones left out. */
    waitForEphemeral: (
      of: {
        channel?: string;
        user?: string;
        count?: number;
        timeoutMs?: number;
        matching?: (one: Ephemeral) => boolean;
      } = {},
    ): Promise<Ephemeral> =>
      waitUntil(
        () =>
          ephemerals.filter(
            (one) =>
              one.deleted !== true &&
              (of.channel ?? one.channel) === one.channel &&
              (of.user ?? one.user) === one.user &&
              (of.matching?.(one) ?? true),
          )[(of.count ?? 1) - 1],
        of.timeoutMs ?? 10_000,
        `ephemeral ${JSON.stringify(of)}`,
        () => ephemerals,
      ),
    /** The topmost open modal view that fits, as it is then. */
    waitForView: (
      of: { user?: string; timeoutMs?: number; matching?: (view: StoredView) => boolean } = {},
    ): Promise<StoredView> =>
      waitUntil(
        () =>
          views
            .all()
            .findLast(({ user, view }) => (of.user ?? user) === user && (of.matching?.(view) ?? true))?.view,
        of.timeoutMs ?? 10_000,
        `view ${JSON.stringify(of)}`,
        () => views.all(),
      ),
    /** The Home of a person, once it is there and fits. */
    waitForHome: (
      of: { user?: string; timeoutMs?: number; matching?: (view: StoredView) => boolean } = {},
    ): Promise<StoredView> =>
      waitUntil(
        () => [views.home(of.user ?? identity.person)].find((view) => view && (of.matching?.(view) ?? true)),
        of.timeoutMs ?? 10_000,
        `Home ${JSON.stringify(of)}`,
        () => views.home(of.user ?? identity.person) ?? null,
      ),
  };
}
