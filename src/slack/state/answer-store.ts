import { type Answer, isUnanswered } from '../../answer/answer.ts';
import type { StateDatabase } from './open-state-database.ts';

/** An answer as it was given, with who asked where. `threadTs` null is the open end of a direct message. */
export type GivenAnswer = {
  id: string;
  user: string;
  channel: string;
  threadTs: string | null;
  /** Only its asker has seen it. */
  isPrivate: boolean;
  generation: string;
  /** Earlier questions that it was read with. */
  history: string[];
  answer: Answer;
};

/** A question that the documents did not answer, and what became of it. Times are epoch milliseconds. */
export type Unanswered = GivenAnswer & { atMs: number; state: 'open' | 'asked' | 'answered' | 'resolved' };

export type AnswerStore = {
  /** Replaces an answer that an earlier attempt of the same job left. */
  put(given: GivenAnswer): void;
  get(id: string): GivenAnswer | null;
  /** Oldest first. */
  listUnanswered(): Unanswered[];
};

type Row = {
  id: string;
  user: string;
  channel: string;
  thread: string | null;
  is_private: number;
  generation: string;
  history: string;
  answer: string;
};
type UnansweredRow = Row & { at: number; asked: number; answered: number | null; resolved: number | null };

/** @param now epoch milliseconds. */
export function createAnswerStore(database: StateDatabase, now: () => number): AnswerStore {
  const insert = database.prepare(
    `INSERT OR REPLACE INTO slack_answer
      (id, at, user, channel, thread, is_private, generation, history, question, kind, answer, is_unanswered)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const select = database.prepare<[string], Row>('SELECT * FROM slack_answer WHERE id = ?');
  const selectUnanswered = database.prepare<[], UnansweredRow>(
    `SELECT given.*, consultation.answer_id IS NOT NULL AS asked, consultation.answered_at AS answered,
        consultation.resolved_at AS resolved
      FROM slack_answer AS given LEFT JOIN slack_consultation AS consultation ON consultation.answer_id = given.id
      WHERE given.is_unanswered = 1 ORDER BY given.at, given.id`,
  );
  return {
    put: ({ id, user, channel, threadTs, isPrivate, generation, history, answer }) => {
      insert.run(
        id,
        now(),
        user,
        channel,
        threadTs,
        Number(isPrivate),
        generation,
        JSON.stringify(history),
        answer.question,
        answer.kind,
        JSON.stringify(answer),
        Number(isUnanswered(answer)),
      );
    },
    get: (id) => {
      const row = select.get(id);
      return row === undefined ? null : toGiven(row);
    },
    listUnanswered: () =>
      selectUnanswered.all().map((row) => ({ ...toGiven(row), atMs: row.at, state: stateOf(row) })),
  };
}

function toGiven({
  id,
  user,
  channel,
  thread,
  is_private: isPrivate,
  generation,
  history,
  answer,
}: Row): GivenAnswer {
  return {
    id,
    user,
    channel,
    threadTs: thread,
    isPrivate: isPrivate === 1,
    generation,
    history: JSON.parse(history),
    // Written by `put` of this format of the database.
    answer: JSON.parse(answer) as Answer,
  };
}

function stateOf({ asked, answered, resolved }: UnansweredRow): Unanswered['state'] {
  if (resolved !== null) return 'resolved';
  if (answered !== null) return 'answered';
  return asked === 1 ? 'asked' : 'open';
}
