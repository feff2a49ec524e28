import { blockKitProblems, isTooLong } from './block-kit.ts';
import { identity, type StoredMessage, type Workspace } from './workspace.ts';

/** Form fields of one call, already decoded; objects are still JSON text, as on the wire. */
export type Arguments = Record<string, string>;
export type Result = { ok: boolean; error?: string } & Record<string, unknown>;

export type MethodContext = {
  workspace: Workspace;
  /** An address for one web socket connection. */
  newSocketUrl: () => string;
  onPost: (message: StoredMessage) => void;
};

type Method = {
  token: 'xoxb' | 'xapp';
  /** Scopes of which the token needs one; for histories the kind of channel decides. */
  scope?: (args: Arguments) => string;
  required: string[];
  optional: string[];
  run: (args: Arguments, context: MethodContext) => Result;
};

const messageFields = ['text', 'blocks', 'thread_ts', 'unfurl_links', 'unfurl_media', 'metadata', 'mrkdwn'];
const chatWrite = () => 'chat:write';
const historyOf = ({ channel }: Arguments) => (channel?.startsWith('D') ? 'im:history' : 'channels:history');

/** The methods that the fake knows, with what Slack demands of each. See each method's page in Slack's documentation. */
export const methods: Record<string, Method> = {
  'auth.test': {
    token: 'xoxb',
    required: [],
    optional: [],
    run: () => ({
      ok: true,
      team_id: identity.team,
      user_id: identity.botUser,
      bot_id: identity.bot,
      is_enterprise_install: false,
    }),
  },
  'apps.connections.open': {
    token: 'xapp',
    required: [],
    optional: [],
    run: (_args, { newSocketUrl }) => ({ ok: true, url: newSocketUrl() }),
  },
  'bots.info': {
    token: 'xoxb',
    scope: () => 'users:read',
    required: ['bot'],
    optional: [],
    run: ({ bot }) =>
      bot === identity.bot
        ? { ok: true, bot: { id: bot, app_id: identity.app, user_id: identity.botUser, name: 'clausewise' } }
        : { ok: false, error: 'bot_not_found' },
  },
  'users.info': {
    token: 'xoxb',
    scope: () => 'users:read',
    required: ['user'],
    optional: ['include_locale'],
    run: ({ user }) => ({
      ok: true,
      user: { id: user, team_id: identity.team, is_bot: user === identity.botUser, locale: 'zh-CN' },
    }),
  },
  'chat.postMessage': {
    token: 'xoxb',
    scope: chatWrite,
    required: ['channel'],
    optional: [...messageFields, 'reply_broadcast'],
    run: (args, context) => post(args, context),
  },
  'chat.postEphemeral': {
    token: 'xoxb',
    scope: chatWrite,
    required: ['channel', 'user'],
    optional: messageFields,
    run: (args) => contentError(args) ?? { ok: true, message_ts: '1.000001' },
  },
  'chat.update': {
    token: 'xoxb',
    scope: chatWrite,
    required: ['channel', 'ts'],
    optional: messageFields,
    run: (args, { workspace }) => {
      const message = workspace.find(args.channel ?? '', args.ts ?? '');
      if (message === undefined) return { ok: false, error: 'message_not_found' };
      if (message.bot_id === undefined) return { ok: false, error: 'cant_update_message' };
      if (Buffer.byteLength(args.text ?? '') > 4_000) return { ok: false, error: 'msg_too_long' };
      const refused = contentError(args);
      if (refused === undefined)
        Object.assign(message, { text: args.text ?? '', blocks: JSON.parse(args.blocks ?? '[]') });
      return refused ?? { ok: true, channel: args.channel, ts: args.ts, text: args.text };
    },
  },
  'conversations.replies': {
    token: 'xoxb',
    scope: historyOf,
    required: ['channel', 'ts'],
    optional: ['oldest', 'latest', 'limit', 'cursor', 'inclusive'],
    run: (args, { workspace }) => {
      const thread = workspace.inThread(args.channel ?? '', args.ts ?? '');
      return thread.length === 0
        ? { ok: false, error: 'thread_not_found' }
        : { ok: true, messages: since(thread, args), has_more: false };
    },
  },
  'conversations.history': {
    token: 'xoxb',
    scope: historyOf,
    required: ['channel'],
    optional: ['oldest', 'latest', 'limit', 'cursor', 'inclusive'],
    run: (args, { workspace }) => ({
      ok: true,
      messages: since(workspace.inChannel(args.channel ?? ''), args)
        .filter((m) => (m.thread_ts ?? m.ts) === m.ts)
        .reverse(),
      has_more: false,
    }),
  },
  'assistant.threads.setStatus': {
    token: 'xoxb',
    scope: () => 'assistant:write',
    required: ['channel_id', 'thread_ts', 'status'],
    optional: ['loading_messages'],
    run: () => ({ ok: true }),
  },
};

function post(args: Arguments, { workspace, onPost }: MethodContext): Result {
  const channel = args.channel ?? '';
  if (!workspace.hasChannel(channel)) return { ok: false, error: 'channel_not_found' };
  const parent = args.thread_ts === undefined ? undefined : workspace.find(channel, args.thread_ts);
  if (args.thread_ts !== undefined && parent === undefined) return { ok: false, error: 'thread_not_found' };
  const refused = contentError(args);
  if (refused !== undefined) return refused;
  const message = workspace.add({
    channel,
    user: identity.botUser,
    bot_id: identity.bot,
    text: args.text ?? '',
    ...(args.thread_ts !== undefined && { thread_ts: args.thread_ts }),
    ...(args.blocks !== undefined && { blocks: JSON.parse(args.blocks) }),
  });
  onPost(message);
  return { ok: true, channel, ts: message.ts, message };
}

/** Slack posts text up to 40,000 characters, cut; the fake refuses what a careful app does not send. */
function contentError(args: Arguments): Result | undefined {
  if ((args.text ?? '') === '' && args.blocks === undefined) return { ok: false, error: 'no_text' };
  if ((args.text ?? '').length > 4_000) return { ok: false, error: 'msg_too_long' };
  if (args.blocks === undefined) return undefined;
  let blocks: unknown;
  try {
    blocks = JSON.parse(args.blocks);
  } catch {
    return { ok: false, error: 'invalid_blocks_format' };
  }
  const problems = blockKitProblems(blocks);
  if (problems.length > 0)
    return { ok: false, error: 'invalid_blocks', response_metadata: { messages: problems } };
  return Array.isArray(blocks) && isTooLong(blocks) ? { ok: false, error: 'msg_blocks_too_long' } : undefined;
}

function since(messages: StoredMessage[], { oldest, limit }: Arguments): StoredMessage[] {
  return messages.filter((m) => Number(m.ts) > Number(oldest ?? 0)).slice(0, Number(limit ?? 100));
}
