import type { RequestListener } from 'node:http';
import { App, type Receiver, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { AnswerQuestion } from '../answer/answer.ts';
import type { ClauseReader } from '../answer/create-clause-reader.ts';
import type { SlackConfig } from '../config.ts';
import { ClausewiseError, SlackError } from '../errors.ts';
import { createBoltLogger } from './bolt-logger.ts';
import { createConversation } from './create-conversation.ts';
import { checkTokens, slackStartError } from './slack-tokens.ts';
import type { SlackState } from './state/open-slack-state.ts';
import { createHttpEndpoint } from './transport/create-http-endpoint.ts';
import { createSocketReceiver } from './transport/create-socket-receiver.ts';
import { recordBeforeAck } from './transport/record-before-ack.ts';
import { DeadlineError, withDeadline } from './with-deadline.ts';

const callTimeoutMs = 10_000;

/** Where Slack posts to with `SLACK_MODE=http`: events, commands and interactions alike. */
export const eventsPath = '/slack/events';

export type SlackBotDeps = {
  answer: AnswerQuestion;
  reader: ClauseReader;
  /** Stays open as long as the bot; the caller closes it after `stop`. */
  state: SlackState;
  logger: Logger;
  slack: SlackConfig;
  /** Epoch milliseconds. */
  clock?: () => number;
  /** Defaults: 30 s to start, 7 s to finish answers when stopping, 1 s before the first reconnection. */
  timing?: { startDeadlineMs?: number; drainDeadlineMs?: number; reconnectPauseMs?: number };
};

export type SlackBot = {
  /**
   * Checks the tokens, connects, and takes up what an earlier process left; fulfilled when Slack can deliver. After a
   * failure nothing stays open.
   * @throws ConfigurationError `slack-token-missing`, `slack-token-kind`; SlackError
   * `slack-bot-token-refused`, `slack-app-token-refused`, `slack-unreachable`, `slack-start-timeout`.
   */
  start(): Promise<void>;
  /** With HTTP: answers Slack's requests, once `start` is fulfilled; 503 before, so that Slack sends again. */
  handle: RequestListener;
  /** Takes no more events, finishes the answers under way within the deadline, ends. Never rejects. */
  stop(): Promise<void>;
};

/**
 * The Slack bot, over Socket Mode or HTTP. `start` may be called once. The process must have an `unhandledRejection`
 * handler that logs (main.ts installs it): the client libraries have promises that nobody holds.
 */
export function createSlackBot(deps: SlackBotDeps): SlackBot {
  const { logger, slack, timing = {}, clock = Date.now } = deps;
  const boltLogger = createBoltLogger(logger);
  const clientOptions: webApi.WebClientOptions = {
    ...(slack.apiUrl !== undefined && { slackApiUrl: slack.apiUrl }),
    timeout: callTimeoutMs,
    retryConfig: { retries: 2, minTimeout: 300 },
  };
  let receiver: Receiver | undefined;
  let handle: RequestListener | undefined;
  let conversation: ReturnType<typeof createConversation> | undefined;
  let isStopped = false;

  async function connect(): Promise<void> {
    const tokens = checkTokens(slack);
    const identity = await identify(tokens.botToken, { ...clientOptions, logger: boltLogger }, slack.apiUrl);
    if (isStopped) throw new SlackError('slack-stopped', 'The bot was stopped while it was starting.');
    // Posting does its own repeating (post-once.ts): a repeated post is a second answer.
    const once = { ...clientOptions, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
    const client = new webApi.WebClient(tokens.botToken, { ...once, logger: boltLogger });
    conversation = createConversation({ ...deps, client, botUserId: identity.botUserId, now: clock });
    const transport = openTransport(tokens);
    receiver = recordBeforeAck(transport, conversation.takeEvent, logger);
    const app = new App({
      receiver,
      authorize: async () => ({ botToken: tokens.botToken, ...identity }),
      logger: boltLogger,
      clientOptions: once,
      convoStore: false,
      extendedErrorHandler: true,
    });
    conversation.register(app);
    await receiver.start().catch((error: unknown) => {
      throw slackStartError('SLACK_APP_TOKEN', error, slack.apiUrl);
    });
    conversation.takeUp();
    logger.info(identity, 'connected to Slack');
  }

  function openTransport({ appToken, signingSecret }: ReturnType<typeof checkTokens>): Receiver {
    if (slack.mode === 'http') {
      const endpoint = createHttpEndpoint({
        signingSecret,
        path: eventsPath,
        logger: boltLogger,
        now: clock,
      });
      handle = endpoint.handle;
      return endpoint.receiver;
    }
    const firstPauseMs = timing.reconnectPauseMs ?? 1_000;
    return createSocketReceiver({ appToken, clientOptions, boltLogger, logger, firstPauseMs });
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
    handle: (request, response) => {
      if (handle !== undefined && !isStopped) handle(request, response);
      else response.writeHead(503).end();
    },
    stop: async () => {
      isStopped = true;
      // First no more events, then the rest of the work: answers go out over HTTP, and what is not yet
      // acknowledged is delivered again to the next process.
      await receiver?.stop();
      const left = (await conversation?.stop(timing.drainDeadlineMs ?? 7_000)) ?? 0;
      if (left > 0) logger.warn({ left }, 'stopped before all answers were given; the next start gives them');
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
