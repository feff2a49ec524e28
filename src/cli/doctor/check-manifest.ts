import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { requirements } from '../../slack/requirements.ts';
import { type Check, checkOf } from './check-of.ts';

const manifestSchema = z.object({
  features: z.object({ slash_commands: z.array(z.object({ url: z.string().optional() })).default([]) }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: z.array(z.string()), request_url: z.string().optional() }),
    interactivity: z.object({ request_url: z.string().optional() }).optional(),
    socket_mode_enabled: z.boolean().default(false),
  }),
});
type SlackManifest = z.infer<typeof manifestSchema>;

type Difference = { detail: string; remedy: string };

/** Whether the manifest asks Slack for what the code needs, and for the transport that is set. */
export function checkManifest(deps: {
  manifestFile: string;
  mode: 'socket' | 'http';
  publicUrl: string | undefined;
}): Check {
  const { manifestFile, mode } = deps;
  const results = checkOf('manifest');
  let manifest: SlackManifest;
  try {
    manifest = manifestSchema.parse(JSON.parse(readFileSync(manifestFile, 'utf8')));
  } catch {
    return results.warning(
      `${manifestFile} is missing or is no Slack manifest`,
      'restore it, for instance with "git checkout -- slack-manifest.json"',
    );
  }
  const { scopes } = manifest.oauth_config;
  const events = manifest.settings.event_subscriptions.bot_events;
  const differences = [
    ...compare('scope', requirements.scopes, scopes.bot),
    ...compare('event', requirements.events, events),
    ...(mode === 'socket' ? compareSocket(manifest) : compareHttp(manifest, deps.publicUrl)),
  ];
  if (differences.length === 0) {
    return results.ok(
      `slack-manifest.json asks for the ${scopes.bot.length} scopes and ${events.length} events that are needed`,
    );
  }
  const join = (part: keyof Difference): string => differences.map((each) => each[part]).join('; ');
  return results.warning(join('detail'), join('remedy'));
}

function compare(
  what: 'scope' | 'event',
  needed: ReadonlyArray<{ name: string; reason: string }>,
  asked: readonly string[],
): Difference[] {
  const lacking = needed
    .filter(({ name }) => !asked.includes(name))
    .map(({ name, reason }) => ({
      detail: `the ${what} ${name} is missing`,
      remedy: `add the ${what} ${name} to slack-manifest.json (${reason})`,
    }));
  const further = asked
    .filter((name) => needed.every((need) => need.name !== name))
    .map((name) => ({
      detail: `the ${what} ${name} is not needed`,
      remedy: `take the ${what} ${name} out of slack-manifest.json`,
    }));
  return [...lacking, ...further];
}

function compareSocket({ settings }: SlackManifest): Difference[] {
  if (settings.socket_mode_enabled) return [];
  const detail = 'socket_mode_enabled is not true, but SLACK_MODE is socket';
  return [{ detail, remedy: 'switch Socket Mode on in the settings of the app, or set SLACK_MODE=http' }];
}

function compareHttp({ settings, features }: SlackManifest, publicUrl: string | undefined): Difference[] {
  const address = `${publicUrl ?? 'PUBLIC_URL'}/slack/events`;
  const urls = [
    settings.event_subscriptions.request_url,
    settings.interactivity?.request_url,
    ...features.slash_commands.map(({ url }) => url),
  ];
  return [
    ...(settings.socket_mode_enabled
      ? [
          {
            detail: 'socket_mode_enabled is true, but SLACK_MODE is http',
            remedy: 'switch Socket Mode off in the settings of the app',
          },
        ]
      : []),
    ...(urls.some((url) => url === undefined || url === '')
      ? [
          {
            detail: 'there are no request URLs, which HTTP needs',
            remedy: `set the request URL of Event Subscriptions, Interactivity and the slash command to ${address}`,
          },
        ]
      : []),
  ];
}
