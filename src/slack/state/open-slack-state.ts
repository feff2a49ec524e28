import { type AnswerStore, createAnswerStore } from './answer-store.ts';
import { type ChannelStore, createChannelStore } from './channel-store.ts';
import { type ConsultationStore, createConsultationStore } from './consultation-store.ts';
import { type ConversationStore, createConversationStore } from './conversation-store.ts';
import { createFeedbackStore, type FeedbackStore } from './feedback-store.ts';
import { createJobStore, type JobStore } from './job-store.ts';
import { openStateDatabase } from './open-state-database.ts';

const dayMs = 24 * 3_600_000;

/** What people made with the bot, across restarts. All methods are synchronous and durable when they return. */
export type SlackState = {
  jobs: JobStore;
  conversations: ConversationStore;
  answers: AnswerStore;
  feedback: FeedbackStore;
  consultations: ConsultationStore;
  channels: ChannelStore;
  /**
   * Removes what is older than `historyDays`: questions, answers (those with feedback, and those that the documents
   * did not answer and nobody resolved, stay) and jobs that are done. Deliveries are remembered for a day at least.
   */
  prune(historyDays: number): void;
  /** What `write` writes is kept all or not at all, and waits for the disk once. */
  atomically(write: () => void): void;
  close(): void;
};

/**
 * Opens (or creates) `state.db`. The caller closes it.
 * @param now epoch milliseconds; replaced in tests.
 * @throws ConfigurationError `state-format`, `state-damaged`.
 */
export function openSlackState(path: string, now: () => number = Date.now): SlackState {
  const database = openStateDatabase(path);
  return {
    jobs: createJobStore(database, now),
    conversations: createConversationStore(database, now),
    answers: createAnswerStore(database, now),
    feedback: createFeedbackStore(database, now),
    consultations: createConsultationStore(database, now),
    channels: createChannelStore(database, now),
    prune: database.transaction((historyDays: number) => {
      const before = now() - historyDays * dayMs;
      database.prepare('DELETE FROM slack_seen WHERE at < ?').run(Math.min(before, now() - dayMs));
      database.prepare('DELETE FROM slack_question WHERE at < ?').run(before);
      database
        .prepare("DELETE FROM slack_job WHERE at < ? AND state NOT IN ('waiting', 'posting')")
        .run(before);
      database
        .prepare(
          `DELETE FROM slack_answer WHERE at < ?
            AND id NOT IN (SELECT answer_id FROM slack_feedback)
            AND NOT (is_unanswered = 1 AND id NOT IN (SELECT answer_id FROM slack_consultation WHERE resolved_at IS NOT NULL))`,
        )
        .run(before);
    }),
    atomically: (write) => database.transaction(write)(),
    close: () => {
      database.close();
    },
  };
}
