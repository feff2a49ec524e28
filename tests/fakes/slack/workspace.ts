/** One message as the fake keeps it; the fields of a message of Slack that this product can meet. */
export type StoredMessage = {
  type: 'message';
  channel: string;
  ts: string;
  thread_ts?: string;
  user: string;
  bot_id?: string;
  text: string;
  blocks?: unknown[];
};

export type Workspace = ReturnType<typeof createWorkspace>;

/** The ids of the fake's one team and one app. */
export const identity = {
  team: 'T0FAKE',
  app: 'A0FAKE',
  bot: 'B0FAKE',
  botUser: 'U0BOT',
  person: 'U0PERSON',
} as const;

/** Messages by channel and thread, so that what is read back is what was posted. */
export function createWorkspace() {
  const messages: StoredMessage[] = [];
  const channels = new Set<string>();
  let serial = 0;

  return {
    /** Stores a message under a new `ts`; Slack's are seconds with six decimals, unique in a channel. */
    add(message: Omit<StoredMessage, 'type' | 'ts'>): StoredMessage {
      serial += 1;
      const ts = `${1_700_000_000 + serial}.${String(serial).padStart(6, '0')}`;
      const stored: StoredMessage = { type: 'message', ts, ...message };
      channels.add(message.channel);
      messages.push(stored);
      return stored;
    },
    addChannel: (channel: string) => channels.add(channel),
    hasChannel: (channel: string) => channels.has(channel),
    find: (channel: string, ts: string) => messages.find((m) => m.channel === channel && m.ts === ts),
    inChannel: (channel: string) => messages.filter((m) => m.channel === channel),
    /** The thread's first message and its replies, as `conversations.replies` has them. */
    inThread: (channel: string, ts: string) =>
      messages.filter((m) => m.channel === channel && (m.ts === ts || m.thread_ts === ts)),
  };
}
