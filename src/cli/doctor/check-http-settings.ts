import { type Check, checkOf } from './check-of.ts';

const signingSecretForm = /^[0-9a-f]{32}$/iu;

/** What Slack's requests over HTTP need on this side; whether they arrive only Slack can show. */
export function checkHttpSettings(deps: {
  signingSecret: string | undefined;
  publicUrl: string | undefined;
  port: number;
}): Check[] {
  return [checkSigningSecret(deps.signingSecret), checkRequestUrl(deps.publicUrl, deps.port)];
}

function checkSigningSecret(secret: string | undefined): Check {
  const results = checkOf('signing-secret');
  const remedy =
    'copy the Signing Secret from "Basic Information" of your app at api.slack.com/apps to SLACK_SIGNING_SECRET';
  if (secret === undefined) return results.failed('SLACK_SIGNING_SECRET is not set', remedy);
  return signingSecretForm.test(secret)
    ? results.ok('SLACK_SIGNING_SECRET has the form of one; only a request of Slack proves it')
    : results.warning('SLACK_SIGNING_SECRET is not the usual 32 hexadecimal characters', remedy);
}

function checkRequestUrl(publicUrl: string | undefined, port: number): Check {
  const results = checkOf('request-url');
  if (publicUrl !== undefined) return results.ok(`Slack's Request URL must be ${publicUrl}/slack/events`);
  return results.warning(
    `PUBLIC_URL is not set: Slack's Request URL must reach port ${port} of this machine, path /slack/events`,
    'set PUBLIC_URL to the address under which Slack reaches this machine',
  );
}
