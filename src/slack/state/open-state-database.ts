import { ConfigurationError } from '../../errors.ts';
import { openDatabase } from '../../knowledge/open-database.ts';

export type StateDatabase = ReturnType<typeof openDatabase>;

const formatVersion = 2;

const tables = `
  CREATE TABLE IF NOT EXISTS slack_seen (key TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS slack_question (
    id INTEGER PRIMARY KEY, channel TEXT NOT NULL, thread TEXT NOT NULL, at INTEGER NOT NULL, text TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS slack_question_place ON slack_question (channel, thread, at);
  CREATE TABLE IF NOT EXISTS slack_job (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, lane TEXT NOT NULL, payload TEXT NOT NULL,
    state TEXT NOT NULL, block_id TEXT, at INTEGER NOT NULL, ended_at INTEGER);
  CREATE INDEX IF NOT EXISTS slack_job_state ON slack_job (state);
  CREATE TABLE IF NOT EXISTS slack_answer (
    id TEXT PRIMARY KEY, at INTEGER NOT NULL, user TEXT NOT NULL, channel TEXT NOT NULL, thread TEXT,
    is_private INTEGER NOT NULL, generation TEXT NOT NULL, history TEXT NOT NULL, question TEXT NOT NULL, kind TEXT NOT NULL,
    answer TEXT NOT NULL, is_unanswered INTEGER NOT NULL, resolved_at INTEGER) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS slack_answer_unanswered ON slack_answer (is_unanswered, at);
  CREATE TABLE IF NOT EXISTS slack_feedback (
    answer_id TEXT NOT NULL, user TEXT NOT NULL, at INTEGER NOT NULL, value TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '', comment TEXT NOT NULL DEFAULT '', PRIMARY KEY (answer_id, user)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS slack_consultation (
    answer_id TEXT PRIMARY KEY, at INTEGER NOT NULL, asker TEXT NOT NULL, channel TEXT NOT NULL, thread TEXT,
    expert_channel TEXT NOT NULL, expert_ts TEXT, answered_at INTEGER, resolved_at INTEGER) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS slack_consultation_thread ON slack_consultation (expert_channel, expert_ts);
  CREATE TABLE IF NOT EXISTS slack_channel (
    channel TEXT PRIMARY KEY, follow_ups TEXT NOT NULL, set_by TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS slack_event_kind (type TEXT PRIMARY KEY, last_at INTEGER NOT NULL) WITHOUT ROWID;
`;

/**
 * Opens (or creates) `state.db` with the tables of the Slack bot; a file of an older format is brought up to date
 * with all that is in it. The caller closes it.
 * @throws ConfigurationError `state-format` when a newer program wrote the file, `state-damaged` when it is no
 * database or cannot be opened.
 */
export function openStateDatabase(path: string): StateDatabase {
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
  database.transaction(() => {
    database.exec(tables);
    if (found < 2) {
      database.exec("ALTER TABLE slack_question ADD COLUMN user TEXT NOT NULL DEFAULT ''");
      database.exec('ALTER TABLE slack_question ADD COLUMN job TEXT');
      database.exec('CREATE UNIQUE INDEX slack_question_job ON slack_question (job)');
      database.exec('CREATE INDEX slack_question_user ON slack_question (user, at)');
    }
    database.exec(`PRAGMA user_version = ${formatVersion}`);
  })();
  return database;
}

function openFile(path: string): StateDatabase {
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
