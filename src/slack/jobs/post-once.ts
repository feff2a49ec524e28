import { setTimeout as delay } from 'node:timers/promises';
import { type types, webApi } from '@slack/bolt';
import type { SlackMessage } from '../messages/slack-message.ts';
import { PostError, postErrorOf } from './post-error.ts';

/** Server errors and lost responses that are borne before giving up, and the pause after the first. */
const maxFailures = 6;
const firstPauseMs = 500;
/** How often reading a conversation back is tried, when that fails too. */
const maxReadings = 6;
/** Nobody waits longer than this for Slack's rate limit. */
const maxRateLimitSeconds = 600;

/** Where a message goes. `threadTs` null posts to the conversation itself; `afterTs` is older than the message. */
export type Place = { channel: string; threadTs: string | null; afterTs: string };

/**
 * Posts a message exactly once, as far as Slack lets anyone know, and returns its `ts`. A refusal for rate is
 * repeated after the time that Slack names. After a lost response or a server error the message may be there
 * already, so the conversation is read back, and the message is sent again only when it is missing; when it cannot be
 * read back, nothing is sent a second time. `mayBeThere` begins with reading back: an earlier process may have posted.
 *
 * `client` must not repeat calls by itself. `blockId` must be new for every message, at most 255 characters; it is
 * put on the first block.
 * @throws PostError. See "chat.postMessage" in Slack's documentation.
 */
export async function postOnce(
  client: webApi.WebClient,
  place: Place,
  message: SlackMessage,
  { blockId, mayBeThere }: { blockId: string; mayBeThere: boolean },
): Promise<string> {
  let isUncertain = mayBeThere;
  for (let failures = 0; ; ) {
    try {
      const posted = isUncertain ? await findPosted(client, place, blockId) : null;
      return posted ?? (await post(client, place, message, blockId));
    } catch (error) {
      if (error instanceof webApi.WebAPIRateLimitedError && error.retryAfter <= maxRateLimitSeconds) {
        await delay(error.retryAfter * 1_000);
      } else if (mayHavePosted(error) && failures < maxFailures) {
        failures += 1;
        isUncertain = true;
        await delay(firstPauseMs * 2 ** (failures - 1));
      } else {
        throw postErrorOf(error, isUncertain || mayHavePosted(error));
      }
    }
  }
}

async function post(
  client: webApi.WebClient,
  place: Place,
  message: SlackMessage,
  blockId: string,
): Promise<string> {
  const blocks = message.blocks.map(
    (block, index): types.KnownBlock => (index === 0 ? { ...block, block_id: blockId } : block),
  );
  const { ts } = await client.chat.postMessage({
    channel: place.channel,
    ...(place.threadTs !== null && { thread_ts: place.threadTs }),
    text: message.text,
    blocks,
    unfurl_links: false,
    unfurl_media: false,
  });
  return ts ?? '';
}

/**
 * The `ts` of the message with this block, or null when it is not there.
 * @throws PostError `unsure` when the conversation cannot be read.
 */
async function findPosted(client: webApi.WebClient, place: Place, blockId: string): Promise<string | null> {
  for (let reading = 1; ; reading += 1) {
    try {
      return await readBack(client, place, blockId);
    } catch (error) {
      if (error instanceof webApi.WebAPIRateLimitedError && error.retryAfter <= maxRateLimitSeconds) {
        await delay(error.retryAfter * 1_000);
      } else if (mayHavePosted(error) && reading < maxReadings) {
        await delay(firstPauseMs * 2 ** (reading - 1));
      } else {
        throw new PostError('unsure', error);
      }
    }
  }
}

async function readBack(client: webApi.WebClient, place: Place, blockId: string): Promise<string | null> {
  for (let cursor: string | undefined; ; ) {
    const range = {
      channel: place.channel,
      oldest: place.afterTs,
      limit: 200,
      ...(cursor !== undefined && { cursor }),
    };
    const page =
      place.threadTs === null
        ? await client.conversations.history(range)
        : await client.conversations.replies({ ...range, ts: place.threadTs });
    const found = (page.messages ?? []).find((message) =>
      message.blocks?.some((block) => block.block_id === blockId),
    );
    if (found !== undefined) return found.ts ?? '';
    cursor = page.response_metadata?.next_cursor || undefined;
    if (cursor === undefined) return null;
  }
}

/** Slack says of its internal errors that part of the work may have been done. */
const halfDone = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout']);

function mayHavePosted(error: unknown): boolean {
  if (error instanceof webApi.WebAPIPlatformError) return halfDone.has(error.data.error);
  return error instanceof webApi.WebAPIRequestError || error instanceof webApi.WebAPIHTTPError;
}
