/** One message as the fake keeps it; the fields of a message of Slack that this product can meet. */
export type StoredMessage = {
  type: 'message';
  channel: string;
  ts: string;
  thread_ts?: string;
  user: string;
  bot_id?: string;
  app_id?: string;
  text: string;
  blocks?: unknown[];
  metadata?: unknown;
  reactions?: { name: string; count: number; users: string[] }[];
};

export type Workspace = ReturnType<typeof createWorkspace>;

/** The ids of the fake's one team and one app. */
export const identity = {
  team: 'T0FAKE',
  domain: 'fake',
  app: 'A0FAKE',
  bot: 'B0FAKE',
  botUser: 'U0BOT',
  person: 'U0PERSON',
  channel: 'C0GENERAL',
  token: 'verification',
} as const;

/** The direct message channel of a person with the bot. */
export function imOf(user: string): string {
  return `D${user.slice(1)}`;
}

/** Messages by channel and thread, so that what is read back is what was posted. */
export function createWorkspace() {
  const messages: StoredMessage[] = [];
  const channels = new Set<string>();
  const left = new Set<string>();
  const archived = new Set<string>();
  let serial = 0;

  /** Slack's are epoch seconds with six decimals, unique in a channel. */
  function newTs(): string {
    serial += 1;
    return `${Math.floor(Date.now() / 1_000)}.${String(serial).padStart(6, '0')}`;
  }

  return {
    newTs,
    /** Stores a message under a new `ts`. */
    add(message: Omit<StoredMessage, 'type' | 'ts'>): StoredMessage {
      const stored: StoredMessage = { type: 'message', ts: newTs(), ...message };
      channels.add(message.channel);
      messages.push(stored);
      return stored;
    },
    remove: (message: StoredMessage): void => {
      messages.splice(messages.indexOf(message), 1);
    },
    addChannel: (channel: string) => channels.add(channel),
    hasChannel: (channel: string) => channels.has(channel),
    /** The bot is no longer a member; `join` makes it one again. */
    leave: (channel: string) => channels.add(channel) && left.add(channel),
    join: (channel: string) => channels.add(channel) && left.delete(channel),
    isMember: (channel: string) => channels.has(channel) && !left.has(channel),
    archive: (channel: string) => channels.add(channel) && archived.add(channel),
    isArchived: (channel: string) => archived.has(channel),
    /** Why the bot cannot post there; undefined when it can. */
    postError(channel: string): string | undefined {
      if (!channels.has(channel)) return 'channel_not_found';
      if (archived.has(channel)) return 'is_archived';
      return left.has(channel) ? 'not_in_channel' : undefined;
    },
    find: (channel: string, ts: string) => messages.find((m) => m.channel === channel && m.ts === ts),
    inChannel: (channel: string) => messages.filter((m) => m.channel === channel),
    /** The thread's first message and its replies, as `conversations.replies` has them. */
    inThread: (channel: string, ts: string) =>
      messages.filter((m) => m.channel === channel && (m.ts === ts || m.thread_ts === ts)),
  };
}
