import type { StateDatabase } from './open-state-database.ts';

/** A channel and one thread in it; `thread` is the `ts` of the thread's first message, or empty for a DM. */
export type Conversation = { channel: string; thread: string };

/** The questions of each conversation and of each person. */
export type ConversationStore = {
  /** The last `limit` questions asked in a conversation after `sinceMs` (epoch), oldest first, without a job's own. */
  earlierQuestions(conversation: Conversation, limit: number, sinceMs: number, exceptJob: string): string[];
  /** Adds a question to its conversation, once for each job. */
  remember(question: Conversation & { job: string; user: string; text: string }): void;
  /** Whether the bot was asked anything in this thread. */
  isKnown(conversation: Conversation): boolean;
  /** The last different questions of a person, newest first. */
  recentQuestions(user: string, limit: number): string[];
};

/** @param now epoch milliseconds. */
export function createConversationStore(database: StateDatabase, now: () => number): ConversationStore {
  const insert = database.prepare(
    'INSERT OR IGNORE INTO slack_question (channel, thread, at, text, user, job) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const selectEarlier = database
    .prepare<[string, string, number, string, number], string>(
      "SELECT text FROM slack_question WHERE channel = ? AND thread = ? AND at > ? AND coalesce(job, '') <> ? ORDER BY id DESC LIMIT ?",
    )
    .pluck();
  const selectAny = database.prepare('SELECT 1 FROM slack_question WHERE channel = ? AND thread = ? LIMIT 1');
  const selectRecent = database
    .prepare<[string, number], string>(
      'SELECT text FROM slack_question WHERE user = ? GROUP BY text ORDER BY max(id) DESC LIMIT ?',
    )
    .pluck();
  return {
    earlierQuestions: ({ channel, thread }, limit, sinceMs, exceptJob) =>
      selectEarlier.all(channel, thread, sinceMs, exceptJob, limit).reverse(),
    remember: ({ channel, thread, job, user, text }) => {
      insert.run(channel, thread, now(), text, user, job);
    },
    isKnown: ({ channel, thread }) => selectAny.get(channel, thread) !== undefined,
    recentQuestions: (user, limit) => selectRecent.all(user, limit),
  };
}
