import { isRecord } from './checks.ts';
import { type Method, parseJson, refusal } from './method.ts';
import { identity } from './workspace.ts';

/** The methods about the app itself, the people, and the assistant's pane. */
export const appMethods: Record<string, Method> = {
  'auth.test': {
    token: 'xoxb',
    required: [],
    optional: [],
    run: () => ({
      ok: true,
      url: `https://${identity.domain}.slack.com/`,
      team: 'Fake',
      user: 'clausewise',
      team_id: identity.team,
      user_id: identity.botUser,
      bot_id: identity.bot,
      is_enterprise_install: false,
    }),
  },
  'apps.connections.open': {
    token: 'xapp',
    required: [],
    optional: [],
    run: (_args, { newSocketUrl }) => ({ ok: true, url: newSocketUrl() }),
  },
  'bots.info': {
    token: 'xoxb',
    scope: () => 'users:read',
    required: ['bot'],
    optional: [],
    run: ({ bot }) =>
      bot === identity.bot
        ? { ok: true, bot: { id: bot, app_id: identity.app, user_id: identity.botUser, name: 'clausewise' } }
        : refusal('bot_not_found'),
  },
  'users.info': {
    token: 'xoxb',
    scope: () => 'users:read',
    required: ['user'],
    optional: ['include_locale'],
    run: ({ user: id = '', include_locale: withLocale }, { people }) => {
      if (!people.has(id)) return refusal('user_not_found');
      const { locale, name, realName, displayName, more } = people.find(id);
      const profile = { real_name: realName, display_name: displayName };
      const user = { id, team_id: identity.team, name, real_name: realName, profile, deleted: false };
      const isBot = id === identity.botUser;
      return {
        ok: true,
        user: { ...user, is_bot: isBot, ...(withLocale === 'true' && { locale }), ...more },
      };
    },
  },
  'assistant.threads.setStatus': {
    token: 'xoxb',
    scope: () => 'assistant:write',
    required: ['channel_id', 'thread_ts'],
    optional: ['status', 'loading_messages'],
    run: (args, { statuses }) => {
      // An empty status takes the status away, so it is there but may be empty.
      if (args.status === undefined)
        return refusal('invalid_arguments', ['[ERROR] missing required field: status']);
      statuses.push(args);
      return { ok: true };
    },
  },
  'assistant.threads.setSuggestedPrompts': {
    token: 'xoxb',
    scope: () => 'assistant:write',
    required: ['channel_id', 'prompts'],
    // With `thread_ts` it silently does nothing for agent apps: here it is an unknown field.
    optional: ['title'],
    run: ({ channel_id: channel = '', prompts: text = '', title }, { workspace, suggestedPrompts }) => {
      if (!workspace.hasChannel(channel)) return refusal('channel_not_found');
      const prompts = parseJson(text);
      if (!Array.isArray(prompts) || prompts.length === 0 || prompts.length > 4 || !prompts.every(isPrompt))
        return refusal('invalid_arguments', ['[ERROR] prompts must be 1 to 4 of {title, message}']);
      suggestedPrompts.set(channel, { prompts, ...(title !== undefined && { title }) });
      return { ok: true };
    },
  },
};

function isPrompt(value: unknown): boolean {
  if (!isRecord(value) || Object.keys(value).length !== 2) return false;
  return [value.title, value.message].every((part) => typeof part === 'string' && part !== '');
}
