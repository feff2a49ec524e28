import type { Json } from './checks.ts';
import type { Ephemeral, ResponseAddress } from './ephemerals.ts';
import { checkContent } from './message-content.ts';
import { type MethodContext, type Result, refusal } from './method.ts';
import { identity } from './workspace.ts';

/**
 * Shows what an app sent to a `response_url`, or with the acknowledgement of a command: a message for one person,
 * one in the channel, or something in place of the original. @returns the refusal of Slack, if there is one.
 */
export function showResponse(
  body: Json,
  address: ResponseAddress,
  via: Ephemeral['via'],
  context: MethodContext,
): Result | undefined {
  const { workspace, ephemerals } = context;
  const { channel, user, original } = address;
  const message = original && 'ts' in original ? workspace.find(channel, original.ts) : undefined;
  if (body.delete_original === true) {
    if (original && 'ephemeral' in original) original.ephemeral.deleted = true;
    if (message !== undefined) workspace.remove(message);
    return undefined;
  }
  const text = typeof body.text === 'string' ? body.text : '';
  const reading = checkContent({ text, blocks: body.blocks }, context);
  if ('refused' in reading) return reading.refused;
  const { blocks = [] } = reading.content;
  if (body.replace_original === true && original !== undefined) {
    if ('ephemeral' in original) Object.assign(original.ephemeral, { text, blocks, replaced: true });
    if (message !== undefined) Object.assign(message, { text, blocks });
    return undefined;
  }
  const threadTs = typeof body.thread_ts === 'string' ? body.thread_ts : undefined;
  if (threadTs !== undefined && workspace.find(channel, threadTs) === undefined)
    return refusal('thread_not_found');
  if (body.response_type === 'in_channel') {
    const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
    const bot = { user: identity.botUser, bot_id: identity.bot, app_id: identity.app };
    context.onPost(workspace.add({ channel, ...bot, ...reading.content, ...thread }));
    return undefined;
  }
  const thread = threadTs === undefined ? {} : { threadTs };
  const ephemeral: Ephemeral = { channel, user, ts: workspace.newTs(), ...thread, text, blocks, via };
  ephemerals.push(ephemeral);
  // A later response may replace the first one.
  address.original ??= { ephemeral };
  return undefined;
}
