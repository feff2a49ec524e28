import { setTimeout as delay } from 'node:timers/promises';
import type { SlackMessage } from '../messages/slack-message.ts';

const timeoutMs = 10_000;
const longestPauseSeconds = 60;

/**
 * Shows a message to one person by the address that came with a command or shortcut; it is good for 30 minutes and
 * five times. `expired` when Slack no longer takes it, `unsure` when nobody can tell whether it arrived: such a
 * message cannot be read back. See "Handling user interaction: response URLs" in Slack's documentation.
 */
export async function sendPrivate(
  responseUrl: string,
  { text, blocks }: SlackMessage,
): Promise<'sent' | 'expired' | 'unsure'> {
  for (;;) {
    const response = await post(responseUrl, {
      response_type: 'ephemeral',
      replace_original: false,
      text,
      blocks,
    });
    if (response === null || response.status >= 500) return 'unsure';
    if (response.status !== 429) return response.ok ? 'sent' : 'expired';
    const seconds = Number(response.headers.get('retry-after') ?? 1);
    if (!(seconds <= longestPauseSeconds)) return 'expired';
    await delay(seconds * 1_000);
  }
}

async function post(responseUrl: string, body: object): Promise<Response | null> {
  try {
    return await fetch(responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    });
  } catch {
    return null;
  }
}
