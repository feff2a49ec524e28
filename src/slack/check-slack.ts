import { type Logger as BoltLogger, LogLevel, webApi } from '@slack/bolt';
import { checkHttpSettings } from '../cli/doctor/check-http-settings.ts';
import { type Check, type CheckResults, checkOf } from '../cli/doctor/check-of.ts';
import { checkScopes } from '../cli/doctor/check-scopes.ts';
import type { SlackConfig } from '../config.ts';
import { checkTokens, slackStartError } from './slack-tokens.ts';
import { withDeadline } from './with-deadline.ts';

const callDeadlineMs = 5_000;
const defaultPort = 3_000;

export type SlackCheckDeps = {
  slack: SlackConfig;
  publicUrl: string | undefined;
  port: number | undefined;
  /** For each call. Default 5,000 ms. */
  deadlineMs?: number;
};

type TokenName = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';

/** The client's lines are muted: each finding is said once, by its check. */
const mutedLogger: BoltLogger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  setName: () => {},
  getLevel: () => LogLevel.ERROR,
};

/**
 * Asks Slack whether the tokens are good and what the app may do; connects to nothing and posts nothing. Never
 * rejects, and never repeats a token.
 */
export async function checkSlack(deps: SlackCheckDeps): Promise<Check[]> {
  const { slack, publicUrl, port = defaultPort } = deps;
  const ofTransport =
    slack.mode === 'socket'
      ? checkAppToken(deps)
      : checkHttpSettings({ signingSecret: slack.signingSecret, publicUrl, port });
  return [...(await checkBotToken(deps)), ...(await ofTransport)];
}

async function checkBotToken(deps: SlackCheckDeps): Promise<Check[]> {
  const results = checkOf('slack');
  try {
    const { user, team, response_metadata } = await callSlack(deps, 'SLACK_BOT_TOKEN', (client) =>
      client.auth.test(),
    );
    const identity = `bot ${user ?? 'without a name'} in the workspace ${team ?? 'without a name'}`;
    return [results.ok(identity), checkScopes(response_metadata?.scopes?.filter((name) => name !== ''))];
  } catch (error) {
    return [
      failedCall(results, error),
      checkOf('scopes').warning('not known without an accepted bot token', 'mend the check slack first'),
    ];
  }
}

/** `apps.connections.open` gives an address to connect to; that it gives one is enough. */
async function checkAppToken(deps: SlackCheckDeps): Promise<Check[]> {
  const results = checkOf('app-token');
  try {
    await callSlack(deps, 'SLACK_APP_TOKEN', (client) => client.apps.connections.open({}));
    return [results.ok('Slack accepts it for Socket Mode')];
  } catch (error) {
    return [failedCall(results, error)];
  }
}

/** One call, without a repetition. @throws ClausewiseError of slack-tokens.ts, with the remedy. */
async function callSlack<Result>(
  { slack, deadlineMs = callDeadlineMs }: SlackCheckDeps,
  name: TokenName,
  call: (client: webApi.WebClient) => Promise<Result>,
): Promise<Result> {
  const client = new webApi.WebClient(requireToken(slack, name), {
    ...(slack.apiUrl !== undefined && { slackApiUrl: slack.apiUrl }),
    // Ends the request itself; the deadline below ends the waiting, whatever the client does.
    timeout: deadlineMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: mutedLogger,
  });
  return withDeadline(call(client), deadlineMs, 'an answer of Slack').catch((error: unknown) => {
    throw slackStartError(name, error, slack.apiUrl);
  });
}

/** `checkTokens` ends at the first that is wrong: a good one stands in for the other. */
function requireToken(slack: SlackConfig, name: TokenName): string {
  const isBot = name === 'SLACK_BOT_TOKEN';
  const standIn = isBot ? { appToken: 'xapp-' } : { botToken: 'xoxb-' };
  checkTokens({ ...slack, mode: 'socket', ...standIn });
  return (isBot ? slack.botToken : slack.appToken) ?? '';
}

function failedCall(results: CheckResults, error: unknown): Check {
  return results.failedWith(error, 'check the network, the proxy and SLACK_API_URL');
}
