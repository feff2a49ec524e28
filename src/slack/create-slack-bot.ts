import { App, type Receiver, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { AnswerQuestion } from '../answer/answer.ts';
import type { Config } from '../config.ts';
import { ClausewiseError, SlackError } from '../errors.ts';
import { createBoltLogger } from './bolt-logger.ts';
import { createQuestionHandler } from './create-question-handler.ts';
import { createSocketReceiver } from './create-socket-receiver.ts';
import { register as registerAppMention } from './listeners/app-mention.ts';
import { register as registerDirectMessage } from './listeners/direct-message.ts';
import type { SlackState } from './slack-state.ts';
import { checkTokens, slackStartError } from './slack-tokens.ts';
import { DeadlineError, withDeadline } from './with-deadline.ts';

const callTimeoutMs = 10_000;

export type SlackBotDeps = {
  answer: AnswerQuestion;
  /** Stays open as long as the bot; the caller closes it after `stop`. */
  state: SlackState;
  logger: Logger;
  slack: Config['slack'];
  /** Epoch milliseconds. */
  clock?: () => number;
  /** Defaults: 30 s to start, 10 s to finish answers when stopping, 1 s before the first reconnection. */
  timing?: { startDeadlineMs?: number; drainDeadlineMs?: number; reconnectPauseMs?: number };
};

export type SlackBot = {
  /**
   * Checks both tokens and connects; fulfilled when Slack delivers events. After a failure nothing stays open.
   * @throws ConfigurationError `slack-token-missing`, `slack-token-kind`; SlackError
   * `slack-bot-token-refused`, `slack-app-token-refused`, `slack-unreachable`, `slack-start-timeout`.
   */
  start(): Promise<void>;
  /** Takes no more events, finishes the answers under way within the deadline, ends. Never rejects. */
  stop(): Promise<void>;
};

/**
 * The Slack bot over Socket Mode. `start` may be called once. The process must have an `unhandledRejection`
 * handler that logs (main.ts installs it): the client libraries have promises that nobody holds.
 */
export function createSlackBot(deps: SlackBotDeps): SlackBot {
  const { logger, slack, timing = {}, clock = Date.now } = deps;
  const questions = createQuestionHandler({ answer: deps.answer, state: deps.state, logger, now: clock });
  const boltLogger = createBoltLogger(logger);
  const clientOptions: webApi.WebClientOptions = {
    ...(slack.apiUrl !== undefined && { slackApiUrl: slack.apiUrl }),
    timeout: callTimeoutMs,
    retryConfig: { retries: 2, minTimeout: 300 },
  };
  let receiver: Receiver | undefined;
  let isStopped = false;

  async function connect(): Promise<void> {
    const { botToken, appToken } = checkTokens(slack);
    const identity = await identify(botToken, { ...clientOptions, logger: boltLogger }, slack.apiUrl);
    if (isStopped) throw new SlackError('slack-stopped', 'The bot was stopped while it was starting.');
    receiver = createSocketReceiver({
      appToken,
      clientOptions,
      boltLogger,
      logger,
      firstPauseMs: timing.reconnectPauseMs ?? 1_000,
    });
    const app = new App({
      receiver,
      authorize: async () => ({ botToken, ...identity }),
      logger: boltLogger,
      // Posting does its own repeating (post-once.ts): a repeated post is a second answer.
      clientOptions: { ...clientOptions, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
      convoStore: false,
    });
    app.error(async (error) => {
      logger.error({ err: error }, 'a Slack event could not be handled');
    });
    registerAppMention(app, questions);
    registerDirectMessage(app, questions);
    await receiver.start().catch((error: unknown) => {
      throw slackStartError('SLACK_APP_TOKEN', error, slack.apiUrl);
    });
    logger.info(identity, 'connected to Slack');
  }

  return {
    start: async () => {
      const deadlineMs = timing.startDeadlineMs ?? 30_000;
      try {
        await withDeadline(connect(), deadlineMs, 'a connection to Slack');
      } catch (error) {
        isStopped = true;
        await receiver?.stop();
        if (error instanceof ClausewiseError || !(error instanceof DeadlineError)) throw error;
        throw new SlackError(
          'slack-start-timeout',
          `Slack gave no connection within ${deadlineMs / 1_000} s: check the network, the proxy and that Socket Mode is switched on for the app.`,
          { cause: error },
        );
      }
    },
    stop: async () => {
      isStopped = true;
      // First no more events, then the rest of the work: answers go out over HTTP, and what is not yet
      // acknowledged is delivered again to the next process.
      await receiver?.stop();
      const left = await questions.drain(timing.drainDeadlineMs ?? 10_000);
      if (left > 0) logger.warn({ left }, 'stopped before all answers were given');
    },
  };
}

/** Asks Slack who the bot is, which also proves the token. See "auth.test" in Slack's documentation. */
async function identify(
  botToken: string,
  clientOptions: webApi.WebClientOptions,
  apiUrl: string | undefined,
): Promise<{ botId: string; botUserId: string }> {
  const client = new webApi.WebClient(botToken, clientOptions);
  const result = await client.auth.test().catch((error: unknown) => {
    throw slackStartError('SLACK_BOT_TOKEN', error, apiUrl);
  });
  return { botId: result.bot_id ?? '', botUserId: result.user_id ?? '' };
}
