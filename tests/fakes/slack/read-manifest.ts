import { readFileSync } from 'node:fs';

/**
 * The bot scopes and bot events of `slack-manifest.json`: what it does not ask for is not there. Read from the working
 * folder, which is the checkout for tests and for what is compiled from them.
 */
export function readManifest(): { scopes: string[]; events: string[] } {
  const manifest: {
    oauth_config: { scopes: { bot: string[] } };
    settings: { event_subscriptions: { bot_events: string[] } };
  } = JSON.parse(readFileSync('slack-manifest.json', 'utf8'));
  return {
    scopes: manifest.oauth_config.scopes.bot,
    events: manifest.settings.event_subscriptions.bot_events,
  };
}
