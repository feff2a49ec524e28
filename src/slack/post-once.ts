import { setTimeout as delay } from 'node:timers/promises';
import { type types, webApi } from '@slack/bolt';
import type { SlackMessage } from './slack-message.ts';

const maxAttempts = 3;
const maxRateLimitSeconds = 60;

/** Where a message goes. `threadTs` undefined posts to the channel itself; `afterTs` is the question's `ts`. */
export type Place = { channel: string; threadTs: string | undefined; afterTs: string };

/**
 * Posts a message exactly once, as far as Slack lets anyone know. A refusal for rate is repeated after the
 * time Slack names. After a lost response or a server error the message may be there already, so the
 * conversation is read back, and the message is sent again only when it is missing. Reading a channel back
 * needs `channels:history`; without that scope nothing is sent a second time.
 *
 * `client` must not repeat calls by itself. `blockId` must be new for every message, at most 255 characters.
 * @throws the last error of the Web API. See "chat.postMessage" in Slack's documentation.
 */
export async function postOnce(
  client: webApi.WebClient,
  place: Place,
  message: SlackMessage,
  blockId: string,
): Promise<void> {
  const blocks = message.blocks.map(
    (block, index): types.KnownBlock => (index === 0 ? { ...block, block_id: blockId } : block),
  );
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.chat.postMessage({
        channel: place.channel,
        ...(place.threadTs !== undefined && { thread_ts: place.threadTs }),
        text: message.text,
        blocks,
        unfurl_links: false,
        unfurl_media: false,
      });
      return;
    } catch (error) {
      if (attempt === maxAttempts) throw error;
      if (error instanceof webApi.WebAPIRateLimitedError && error.retryAfter <= maxRateLimitSeconds) {
        await delay(error.retryAfter * 1_000);
      } else if (mayHavePosted(error)) {
        await delay(attempt * 500);
        const isThere = await isPosted(client, place, blockId).catch(() => undefined);
        if (isThere === undefined) throw error;
        if (isThere) return;
      } else {
        throw error;
      }
    }
  }
}

function mayHavePosted(error: unknown): boolean {
  return error instanceof webApi.WebAPIRequestError || error instanceof webApi.WebAPIHTTPError;
}

async function isPosted(client: webApi.WebClient, place: Place, blockId: string): Promise<boolean> {
  const range = { channel: place.channel, oldest: place.afterTs, limit: 100 };
  const read =
    place.threadTs === undefined
      ? await client.conversations.history(range)
      : await client.conversations.replies({ ...range, ts: place.threadTs });
  return (read.messages ?? []).some((message) => message.blocks?.some((block) => block.block_id === blockId));
}
