import type { Json } from './checks.ts';
import { identity, type StoredMessage } from './workspace.ts';

/** The fields that Slack sends with every shortcut, click and form. */
export function interactionFields(name: string, user: string, triggerId: string): Json {
  return {
    user: { id: user, username: name, name, team_id: identity.team },
    api_app_id: identity.app,
    token: identity.token,
    trigger_id: triggerId,
    team: { id: identity.team, domain: identity.domain },
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** The name under which payloads show a channel. */
export function channelName(channel: string): string {
  if (channel.startsWith('D')) return 'directmessage';
  return channel.startsWith('G') ? 'privategroup' : channel.toLowerCase();
}

/** A message as payloads show it, beside their own `channel`. */
export function withoutChannel(message: StoredMessage): Json {
  const { channel: _channel, ...rest } = message;
  return { ...rest, team: identity.team };
}
