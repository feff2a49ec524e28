import { type Arguments, channelKind, type Method, type MethodContext, refusal } from './method.ts';
import { identity, imOf, type StoredMessage } from './workspace.ts';

const history = {
  token: 'xoxb',
  scope: ({ channel = '' }: Arguments) => `${channelKind(channel)}:history`,
  optional: ['oldest', 'latest', 'limit', 'cursor', 'inclusive', 'include_all_metadata'],
} as const;

/** The methods that read channels and their messages, and open direct messages. */
export const conversationMethods: Record<string, Method> = {
  'conversations.replies': {
    ...history,
    optional: [...history.optional],
    required: ['channel', 'ts'],
    run: (args, { workspace }) => {
      const error = readError(args.channel ?? '', workspace);
      if (error !== undefined) return refusal(error);
      const thread = workspace.inThread(args.channel ?? '', args.ts ?? '');
      if (thread.length === 0) return refusal('thread_not_found');
      return { ok: true, messages: since(thread, args), has_more: false };
    },
  },
  'conversations.history': {
    ...history,
    optional: [...history.optional],
    required: ['channel'],
    run: (args, { workspace }) => {
      const error = readError(args.channel ?? '', workspace);
      if (error !== undefined) return refusal(error);
      const roots = workspace.inChannel(args.channel ?? '').filter((m) => (m.thread_ts ?? m.ts) === m.ts);
      return { ok: true, messages: since(roots, args).reverse(), has_more: false };
    },
  },
  'conversations.open': {
    token: 'xoxb',
    scope: () => 'im:write',
    required: ['users'],
    optional: ['return_im', 'prevent_creation'],
    run: ({ users = '' }, { workspace, people }) => {
      // Several people make a group conversation, which this product has no use for.
      if (!people.has(users)) return refusal('user_not_found');
      const isOpen = workspace.hasChannel(imOf(users));
      workspace.addChannel(imOf(users));
      return { ok: true, no_op: isOpen, already_open: isOpen, channel: { id: imOf(users) } };
    },
  },
  'conversations.info': {
    token: 'xoxb',
    scope: ({ channel = '' }) => `${channelKind(channel)}:read`,
    required: ['channel'],
    optional: ['include_locale', 'include_num_members'],
    run: ({ channel = '' }, { workspace }) => {
      if (!workspace.hasChannel(channel)) return refusal('channel_not_found');
      const kind = channelKind(channel);
      return {
        ok: true,
        channel: {
          id: channel,
          ...(kind !== 'im' && { name: channel.toLowerCase() }),
          is_channel: kind === 'channels',
          is_group: kind === 'groups',
          is_im: kind === 'im',
          is_private: kind !== 'channels',
          is_archived: workspace.isArchived(channel),
          is_member: workspace.isMember(channel),
          is_ext_shared: false,
        },
      };
    },
  },
  'reactions.add': {
    token: 'xoxb',
    scope: () => 'reactions:write',
    required: ['channel', 'name', 'timestamp'],
    optional: [],
    run: ({ channel = '', name = '', timestamp = '' }, { workspace }) => {
      const message = workspace.find(channel, timestamp);
      if (message === undefined) return refusal('message_not_found');
      if (!/^[a-z0-9_+'-]+$/u.test(name)) return refusal('invalid_name');
      const reactions = message.reactions ?? [];
      if (reactions.some((one) => one.name === name)) return refusal('already_reacted');
      message.reactions = [...reactions, { name, count: 1, users: [identity.botUser] }];
      return { ok: true };
    },
  },
};

function readError(channel: string, workspace: MethodContext['workspace']): string | undefined {
  return workspace.hasChannel(channel) && !workspace.isMember(channel) ? 'not_in_channel' : undefined;
}

function since(messages: StoredMessage[], args: Arguments): StoredMessage[] {
  return messages
    .filter((m) => Number(m.ts) > Number(args.oldest ?? 0))
    .slice(0, Number(args.limit ?? 100))
    .map(({ metadata, ...message }) =>
      args.include_all_metadata === 'true' && metadata !== undefined ? { ...message, metadata } : message,
    );
}
