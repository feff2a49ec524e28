import type { App, webApi } from '@slack/bolt';
import type { SlackBotDeps } from './create-slack-bot.ts';
import { createIntake, type Intake } from './events/create-intake.ts';
import type { PersonMessage } from './events/read-message.ts';
import { createJobQueue } from './jobs/create-job-queue.ts';
import { createJobRunner } from './jobs/create-job-runner.ts';
import { register as registerClauseButtons } from './listeners/clause-buttons.ts';
import { register as registerCommand } from './listeners/command.ts';
import { register as registerConsultation } from './listeners/consultation.ts';
import { register as registerFailures } from './listeners/failures.ts';
import { register as registerFeedback } from './listeners/feedback.ts';
import { register as registerFindClause } from './listeners/find-clause.ts';
import { register as registerHome } from './listeners/home.ts';
import type { ListenerDeps } from './listeners/listener-deps.ts';
import { register as registerMoreResults } from './listeners/more-results.ts';
import { register as registerShare } from './listeners/share.ts';
import { createOpenDirect } from './open-direct.ts';
import { textsForText } from './texts/texts-for-text.ts';
import { createUserLanguage } from './user-language.ts';

const hourMs = 3_600_000;

/** What happens between an event of Slack and the message that answers it, whichever way events come. */
export type Conversation = {
  /** See `Intake`. */
  takeEvent: Intake['takeEvent'];
  register(app: App): void;
  /** Takes up what an earlier process left undone, and begins to forget what is too old. */
  takeUp(): void;
  /** Begins nothing more; returns how many jobs are left for the next process. */
  stop(deadlineMs: number): Promise<number>;
};

export function createConversation(
  deps: Omit<SlackBotDeps, 'clock' | 'timing'> & {
    client: webApi.WebClient;
    botUserId: string;
    now: () => number;
  },
): Conversation {
  const { client, state, logger, slack, reader } = deps;
  const { expertsChannel, queueLimit, followUps, historyDays } = slack;
  const run = createJobRunner({
    ...deps,
    expertsChannel,
    hasExperts: expertsChannel !== undefined,
    answerWithinMs: slack.answerWithinMinutes * 60_000,
    openDirect: createOpenDirect(client),
    enqueue: (key, lane, job) => void intake.take(key, lane, job),
  });
  const queue = createJobQueue(run);
  const intake = createIntake({ ...deps, queue, queueLimit, followUps, expertsChannel, tell });
  const listenerDeps: ListenerDeps = {
    intake,
    reader,
    state,
    expertsChannel,
    languageOf: createUserLanguage(client, logger),
    logger,
  };
  // Read before the first event can come: what comes later begins by itself, and must not begin twice.
  const leftOver = state.jobs.unfinished();
  let pruning: NodeJS.Timeout | undefined;

  function tell({ channel, threadTs, user, text }: PersonMessage, key: 'busy' | 'channelOff'): void {
    const sentence = textsForText(text).texts(key);
    client.chat
      .postEphemeral({ channel, user, text: sentence, ...(threadTs !== null && { thread_ts: threadTs }) })
      .catch((error: unknown) => logger.warn({ err: error, key }, 'a person could not be told'));
  }

  function prune(): void {
    try {
      state.prune(historyDays);
    } catch (error) {
      logger.error({ err: error }, 'old questions could not be removed');
    }
  }

  return {
    takeEvent: intake.takeEvent,
    register: (app) => {
      registerFailures(app, listenerDeps);
      registerHome(app, listenerDeps);
      registerCommand(app, listenerDeps);
      registerFindClause(app, listenerDeps);
      registerClauseButtons(app, listenerDeps);
      registerMoreResults(app, listenerDeps);
      registerShare(app, listenerDeps);
      registerConsultation(app, listenerDeps);
      registerFeedback(app, listenerDeps);
    },
    takeUp: () => {
      prune();
      pruning = setInterval(prune, hourMs).unref();
      for (const job of leftOver) queue.push(job);
    },
    stop: async (deadlineMs) => {
      clearInterval(pruning);
      return queue.drain(deadlineMs);
    },
  };
}
