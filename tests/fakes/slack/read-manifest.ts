import { readFileSync } from 'node:fs';

/** The bot scopes and bot events of `slack-manifest.json`: what it does not ask for is not there. */
export function readManifest(): { scopes: string[]; events: string[] } {
  const file = new URL('../../../slack-manifest.json', import.meta.url);
  const manifest: {
    oauth_config: { scopes: { bot: string[] } };
    settings: { event_subscriptions: { bot_events: string[] } };
  } = JSON.parse(readFileSync(file, 'utf8'));
  return {
    scopes: manifest.oauth_config.scopes.bot,
    events: manifest.settings.event_subscriptions.bot_events,
  };
}
