import type { StateDatabase } from './open-state-database.ts';

export type FeedbackValue = 'good' | 'bad';

/** What a person thought of an answer. */
export type Feedback = {
  answerId: string;
  user: string;
  value: FeedbackValue;
  reason: string;
  comment: string;
};

/** A person's last word on an answer counts. `atMs` is epoch milliseconds. */
export type FeedbackStore = {
  put(feedback: Feedback): void;
  /** Oldest first, with the question and the generation of the index that it was answered from. */
  list(): Array<Feedback & { atMs: number; question: string; generation: string; answer: string }>;
};

/** @param now epoch milliseconds. */
export function createFeedbackStore(database: StateDatabase, now: () => number): FeedbackStore {
  const insert = database.prepare('INSERT OR REPLACE INTO slack_feedback VALUES (?, ?, ?, ?, ?, ?)');
  const select = database.prepare<[], ReturnType<FeedbackStore['list']>[number]>(
    `SELECT answer_id AS answerId, feedback.user AS user, feedback.at AS atMs, value, reason, comment,
        coalesce(question, '') AS question, coalesce(generation, '') AS generation, coalesce(answer, '') AS answer
      FROM slack_feedback AS feedback LEFT JOIN slack_answer ON slack_answer.id = feedback.answer_id
      ORDER BY feedback.at, answer_id`,
  );
  return {
    put: ({ answerId, user, value, reason, comment }) => {
      insert.run(answerId, user, now(), value, reason, comment);
    },
    list: () => select.all(),
  };
}
