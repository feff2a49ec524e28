import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { requirements } from '../../src/slack/requirements.ts';

const manifest = JSON.parse(readFileSync(new URL('../../slack-manifest.json', import.meta.url), 'utf8'));

it('the manifest asks for what the code needs, and for nothing else', () => {
  expect(manifest.oauth_config.scopes.bot).toEqual(requirements.scopes.map(({ name }) => name));
  expect(manifest.settings.event_subscriptions.bot_events).toEqual(
    requirements.events.map(({ name }) => name),
  );
  expect(manifest.features.slash_commands[0].command).toBe('/clausewise');
  expect(manifest.features.shortcuts[0].callback_id).toBe('find_clause');
});
