import type { StateDatabase } from './open-state-database.ts';

/** A question that was handed to the experts: where it came from, and the thread in which they reply. */
export type Consultation = {
  answerId: string;
  asker: string;
  channel: string;
  threadTs: string | null;
  expertChannel: string;
  expertTs: string | null;
};

export type ConsultationStore = {
  put(consultation: Consultation): void;
  get(answerId: string): Consultation | null;
  /** By the thread in the experts' channel. */
  inThread(expertChannel: string, expertTs: string): Consultation | null;
  markAnswered(answerId: string): void;
  markResolved(answerId: string): void;
};

type Row = {
  answer_id: string;
  asker: string;
  channel: string;
  thread: string | null;
  expert_channel: string;
  expert_ts: string | null;
};

/** @param now epoch milliseconds. */
export function createConsultationStore(database: StateDatabase, now: () => number): ConsultationStore {
  const insert = database.prepare(
    `INSERT OR REPLACE INTO slack_consultation (answer_id, at, asker, channel, thread, expert_channel, expert_ts)
      VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const select = database.prepare<[string], Row>('SELECT * FROM slack_consultation WHERE answer_id = ?');
  const selectThread = database.prepare<[string, string], Row>(
    'SELECT * FROM slack_consultation WHERE expert_channel = ? AND expert_ts = ?',
  );
  const answered = database.prepare(
    'UPDATE slack_consultation SET answered_at = coalesce(answered_at, ?) WHERE answer_id = ?',
  );
  const resolved = database.prepare(
    'UPDATE slack_consultation SET resolved_at = coalesce(resolved_at, ?) WHERE answer_id = ?',
  );
  return {
    put: ({ answerId, asker, channel, threadTs, expertChannel, expertTs }) => {
      insert.run(answerId, now(), asker, channel, threadTs, expertChannel, expertTs);
    },
    get: (answerId) => toConsultation(select.get(answerId)),
    inThread: (expertChannel, expertTs) => toConsultation(selectThread.get(expertChannel, expertTs)),
    markAnswered: (answerId) => {
      answered.run(now(), answerId);
    },
    markResolved: (answerId) => {
      resolved.run(now(), answerId);
    },
  };
}

function toConsultation(row: Row | undefined): Consultation | null {
  if (row === undefined) return null;
  const { answer_id: answerId, asker, channel, thread, expert_channel, expert_ts } = row;
  return {
    answerId,
    asker,
    channel,
    threadTs: thread,
    expertChannel: expert_channel,
    expertTs: expert_ts,
  };
}
