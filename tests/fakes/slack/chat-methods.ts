import { contentOf } from './message-content.ts';
import { type Arguments, type Method, type MethodContext, type Result, refusal } from './method.ts';
import { identity, imOf, type StoredMessage } from './workspace.ts';

const messageFields = ['text', 'blocks', 'thread_ts', 'unfurl_links', 'unfurl_media', 'metadata', 'mrkdwn'];
const chatWrite = { token: 'xoxb', scope: () => 'chat:write' } as const;

/** The methods that post, change and take back messages. */
export const chatMethods: Record<string, Method> = {
  'chat.postMessage': {
    ...chatWrite,
    required: ['channel'],
    optional: [...messageFields, 'reply_broadcast'],
    run: (args, context) => post(args, context),
  },
  'chat.postEphemeral': {
    ...chatWrite,
    required: ['channel', 'user'],
    optional: messageFields.filter((field) => field !== 'metadata'),
    run: (args, context) => postEphemeral(args, context),
  },
  'chat.update': {
    ...chatWrite,
    required: ['channel', 'ts'],
    optional: messageFields.filter((field) => field !== 'thread_ts'),
    run: (args, context) => {
      const message = ownMessage(args, context);
      if (message === undefined) return refusal('message_not_found');
      if (message === 'not ours') return refusal('cant_update_message');
      if (Buffer.byteLength(args.text ?? '') > 4_000) return refusal('msg_too_long');
      const reading = contentOf(args, context);
      if ('refused' in reading) return reading.refused;
      Object.assign(message, { blocks: [], ...reading.content });
      return { ok: true, channel: args.channel, ts: args.ts, text: message.text, message };
    },
  },
  'chat.delete': {
    ...chatWrite,
    required: ['channel', 'ts'],
    optional: [],
    run: (args, context) => {
      const message = ownMessage(args, context);
      if (message === undefined) return refusal('message_not_found');
      if (message === 'not ours') return refusal('cant_delete_message');
      context.workspace.remove(message);
      return { ok: true, channel: args.channel, ts: args.ts };
    },
  },
  'chat.getPermalink': {
    token: 'xoxb',
    required: ['channel', 'message_ts'],
    optional: [],
    run: ({ channel = '', message_ts = '' }, { workspace }) => {
      if (!workspace.hasChannel(channel)) return refusal('channel_not_found');
      const message = workspace.find(channel, message_ts);
      if (message === undefined) return refusal('message_not_found');
      const isRoot = message.thread_ts === undefined || message.thread_ts === message.ts;
      const place = isRoot ? '' : `?thread_ts=${message.thread_ts}&cid=${channel}`;
      const permalink = `https://fake.slack.com/archives/${channel}/p${message_ts.replace('.', '')}${place}`;
      return { ok: true, channel, permalink };
    },
  },
};

/** A user id stands for the person's direct messages. */
function post(args: Arguments, context: MethodContext): Result {
  const { workspace, people, onPost } = context;
  const isPerson = people.has(args.channel ?? '');
  const channel = isPerson ? imOf(args.channel ?? '') : (args.channel ?? '');
  if (isPerson) workspace.addChannel(channel);
  const error = workspace.postError(channel);
  if (error !== undefined) return refusal(error);
  if (args.thread_ts !== undefined && workspace.find(channel, args.thread_ts) === undefined)
    return refusal('thread_not_found');
  const reading = contentOf(args, context);
  if ('refused' in reading) return reading.refused;
  const message = workspace.add({
    channel,
    user: identity.botUser,
    bot_id: identity.bot,
    app_id: identity.app,
    ...reading.content,
    ...(args.thread_ts !== undefined && { thread_ts: args.thread_ts }),
  });
  onPost(message);
  return { ok: true, channel, ts: message.ts, message };
}

function postEphemeral(args: Arguments, context: MethodContext): Result {
  const { workspace, people, ephemerals } = context;
  const { channel = '', user = '', thread_ts: threadTs } = args;
  const error = workspace.postError(channel);
  if (error !== undefined) return refusal(error);
  if (!people.has(user)) return refusal('user_not_in_channel');
  if (threadTs !== undefined && workspace.find(channel, threadTs) === undefined)
    return refusal('thread_not_found');
  const reading = contentOf(args, context);
  if ('refused' in reading) return reading.refused;
  const { text, blocks = [] } = reading.content;
  const ts = workspace.newTs();
  const thread = threadTs === undefined ? {} : { threadTs };
  ephemerals.push({ channel, user, ts, ...thread, text, blocks, via: 'chat.postEphemeral' });
  return { ok: true, message_ts: ts };
}

function ownMessage(args: Arguments, { workspace }: MethodContext): StoredMessage | 'not ours' | undefined {
  const message = workspace.find(args.channel ?? '', args.ts ?? '');
  return message === undefined || message.bot_id === identity.bot ? message : 'not ours';
}
