import { ConfigurationError } from '../errors.ts';
import { openDatabase } from '../knowledge/open-database.ts';

const formatVersion = 1;
const hourMs = 3_600_000;
const seenForMs = 24 * hourMs;
const questionsForMs = 7 * 24 * hourMs;

/** A channel and one thread in it; `thread` is the `ts` of the thread's first message, or empty for a DM. */
export type Conversation = { channel: string; thread: string };

/** What the bot must remember across restarts. All methods are synchronous and durable when they return. */
export type SlackState = {
  /**
   * Takes a message for answering. False when the event, or the same message under another event, was taken
   * before: Slack repeats deliveries, sometimes with a new `event_id`. Entries are kept for a day.
   */
  claim(event: { eventId: string; channel: string; ts: string }): boolean;
  /** The last `limit` questions asked in a conversation after `sinceMs` (epoch), oldest first. */
  earlierQuestions(conversation: Conversation, limit: number, sinceMs: number): string[];
  /** Adds a question to its conversation. Questions are kept for seven days. */
  rememberQuestion(conversation: Conversation, text: string): void;
  close(): void;
};

/**
 * Opens (or creates) `state.db`. The caller closes it.
 * @param now epoch milliseconds; replaced in tests.
 * @throws ConfigurationError `state-format` when a newer program wrote the file, `state-damaged` when it is no
 * database or cannot be opened.
 */
export function openSlackState(path: string, now: () => number = Date.now): SlackState {
  const database = openFile(path);
  const found = Number(database.pragma('user_version', { simple: true }));
  if (found > formatVersion) {
    database.close();
    throw new ConfigurationError(
      'state-format',
      `${path} has format ${found} and this program knows ${formatVersion}: update the program or move the file away.`,
    );
  }
  // Unlike the index this file cannot be rebuilt, and its writes are few: each one waits for the disk.
  database.pragma('synchronous = FULL');
  database.exec(`
    CREATE TABLE IF NOT EXISTS slack_seen (key TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS slack_question (
      id INTEGER PRIMARY KEY, channel TEXT NOT NULL, thread TEXT NOT NULL, at INTEGER NOT NULL, text TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS slack_question_place ON slack_question (channel, thread, at);
    PRAGMA user_version = ${formatVersion};
  `);
  const insertSeen = database.prepare('INSERT OR IGNORE INTO slack_seen (key, at) VALUES (?, ?)');
  const insertQuestion = database.prepare(
    'INSERT INTO slack_question (channel, thread, at, text) VALUES (?, ?, ?, ?)',
  );
  const selectQuestions = database
    .prepare<[string, string, number, number], string>(
      'SELECT text FROM slack_question WHERE channel = ? AND thread = ? AND at > ? ORDER BY id DESC LIMIT ?',
    )
    .pluck();
  const pruneSeen = database.prepare('DELETE FROM slack_seen WHERE at < ?');
  const pruneQuestions = database.prepare('DELETE FROM slack_question WHERE at < ?');

  let prunedAt = Number.NEGATIVE_INFINITY;
  function prune(): void {
    if (now() - prunedAt < hourMs) return;
    prunedAt = now();
    pruneSeen.run(prunedAt - seenForMs);
    pruneQuestions.run(prunedAt - questionsForMs);
  }

  const claim = database.transaction((keys: string[]): boolean => {
    prune();
    // Both keys are written even when one is known, so that the other is known from now on.
    const added = keys.map((key) => insertSeen.run(key, now()).changes === 1);
    return added.every(Boolean);
  });

  return {
    claim: ({ eventId, channel, ts }) => {
      const message = `message:${channel}:${ts}`;
      // Immediate: two processes on one file must not both read before either writes.
      return claim.immediate(eventId === '' ? [message] : [`event:${eventId}`, message]);
    },
    earlierQuestions: ({ channel, thread }, limit, sinceMs) =>
      selectQuestions.all(channel, thread, sinceMs, limit).reverse(),
    rememberQuestion: ({ channel, thread }, text) => {
      insertQuestion.run(channel, thread, now(), text);
    },
    close: () => {
      database.close();
    },
  };
}

function openFile(path: string): ReturnType<typeof openDatabase> {
  try {
    return openDatabase(path);
  } catch (cause) {
    throw new ConfigurationError(
      'state-damaged',
      `${path} is damaged or cannot be opened: restore it from a copy, or move it away to begin with an empty one.`,
      { cause },
    );
  }
}
