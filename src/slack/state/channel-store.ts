import type { FollowUps } from '../../config.ts';
import type { StateDatabase } from './open-state-database.ts';

/** What channels chose for themselves, and which events of Slack came at all. */
export type ChannelStore = {
  /** Null where a channel has chosen nothing. */
  followUpsIn(channel: string): FollowUps | null;
  setFollowUps(channel: string, followUps: FollowUps, user: string): void;
  /** For `doctor`: an event of this type came. */
  noteEvent(type: string): void;
};

/** @param now epoch milliseconds. */
export function createChannelStore(database: StateDatabase, now: () => number): ChannelStore {
  const select = database
    .prepare<[string], FollowUps>('SELECT follow_ups FROM slack_channel WHERE channel = ?')
    .pluck();
  const insert = database.prepare('INSERT OR REPLACE INTO slack_channel VALUES (?, ?, ?, ?)');
  const note = database.prepare('INSERT OR REPLACE INTO slack_event_kind VALUES (?, ?)');
  const noted = new Map<string, number>();
  return {
    followUpsIn: (channel) => select.get(channel) ?? null,
    setFollowUps: (channel, followUps, user) => {
      insert.run(channel, followUps, user, now());
    },
    noteEvent: (type) => {
      // Once an hour is enough to know, and a write waits for the disk.
      if (now() - (noted.get(type) ?? Number.NEGATIVE_INFINITY) < 3_600_000) return;
      noted.set(type, now());
      note.run(type, now());
    },
  };
}
