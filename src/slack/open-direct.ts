import { setTimeout as delay } from 'node:timers/promises';
import { webApi } from '@slack/bolt';

const mostAttempts = 4;
const longestPauseSeconds = 60;

/**
 * Creates what opens the direct conversation with a person and returns its id. Opening it twice is the same as once,
 * so it is simply tried again. @throws the last error of the Web API. See "conversations.open" in Slack's documentation.
 */
export function createOpenDirect(client: webApi.WebClient): (user: string) => Promise<string> {
  return async (user) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const { channel } = await client.conversations.open({ users: user });
        return channel?.id ?? user;
      } catch (error) {
        const isFinal = error instanceof webApi.WebAPIPlatformError || attempt === mostAttempts;
        if (isFinal) throw error;
        const seconds =
          error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter : 2 ** (attempt - 1);
        await delay(Math.min(seconds, longestPauseSeconds) * 1_000);
      }
    }
  };
}
