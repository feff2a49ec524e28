import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';

const mostRemembered = 5_000;

/**
 * Asks Slack which language a person has it in, and remembers; English when Slack does not tell.
 * See "users.info" in Slack's documentation.
 */
export function createUserLanguage(
  client: webApi.WebClient,
  logger: Logger,
): (user: string) => Promise<string> {
  const known = new Map<string, string>();
  return async (user) => {
    const remembered = known.get(user);
    if (remembered !== undefined) return remembered;
    try {
      const { user: found } = await client.users.info({ user, include_locale: true });
      if (known.size >= mostRemembered) known.clear();
      const language = found?.locale ?? 'en';
      known.set(user, language);
      return language;
    } catch (error) {
      logger.warn({ err: error }, 'the language of a person is unknown: English is used');
      return 'en';
    }
  };
}
