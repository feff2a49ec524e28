import { webApi } from '@slack/bolt';
import type { SlackConfig } from '../config.ts';
import { type ClausewiseError, ConfigurationError, SlackError } from '../errors.ts';

type TokenName = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';

const prefixes: Record<TokenName, string> = { SLACK_BOT_TOKEN: 'xoxb-', SLACK_APP_TOKEN: 'xapp-' };

const remedies: Record<TokenName, string> = {
  SLACK_BOT_TOKEN:
    'copy the "Bot User OAuth Token" (xoxb-…) from "OAuth & Permissions" of your app at api.slack.com/apps',
  SLACK_APP_TOKEN:
    'create an app-level token (xapp-…) with the scope connections:write under "Basic Information" of your app at api.slack.com/apps',
};

/**
 * Returns what the chosen transport needs, when it is set and of the right kind; the other transport's is ''. Asks
 * nobody.
 * @throws ConfigurationError `slack-token-missing` or `slack-token-kind`, naming the variable and the remedy.
 */
export function checkTokens(slack: SlackConfig): {
  botToken: string;
  appToken: string;
  signingSecret: string;
} {
  const botToken = checkToken('SLACK_BOT_TOKEN', slack.botToken);
  if (slack.mode === 'socket')
    return { botToken, appToken: checkToken('SLACK_APP_TOKEN', slack.appToken), signingSecret: '' };
  if (slack.signingSecret !== undefined)
    return { botToken, appToken: '', signingSecret: slack.signingSecret };
  throw new ConfigurationError(
    'slack-token-missing',
    'SLACK_SIGNING_SECRET is not set: copy the Signing Secret from "Basic Information" of your app at api.slack.com/apps, or set SLACK_MODE=socket.',
  );
}

/** The error to show for a failed call with the token of `name`; the error underneath is its `cause`. */
export function slackStartError(
  name: TokenName,
  error: unknown,
  apiUrl: string | undefined,
): ClausewiseError {
  if (error instanceof webApi.WebAPIPlatformError) {
    const code = name === 'SLACK_BOT_TOKEN' ? 'slack-bot-token-refused' : 'slack-app-token-refused';
    const message = `Slack refuses ${name} (${error.data.error}): ${remedies[name]}.`;
    return new SlackError(code, message, { cause: error });
  }
  const address = apiUrl ?? 'https://slack.com/api/';
  return new SlackError(
    'slack-unreachable',
    `Slack cannot be reached at ${address}: check the network, the proxy and SLACK_API_URL.`,
    { cause: error },
  );
}

function checkToken(name: TokenName, value: string | undefined): string {
  if (value === undefined || value === '') {
    throw new ConfigurationError('slack-token-missing', `${name} is not set: ${remedies[name]}.`);
  }
  if (!value.startsWith(prefixes[name])) {
    // Only the kind is repeated: the rest of a token is a secret, whichever kind it is.
    const kind = /^xox[a-z](?=-)|^xapp(?=-)/.exec(value)?.[0];
    const found = kind === undefined ? 'something else' : `a token of the kind ${kind}-…`;
    throw new ConfigurationError(
      'slack-token-kind',
      `${name} must start with ${prefixes[name]}, but holds ${found}: ${remedies[name]}.`,
    );
  }
  return value;
}
