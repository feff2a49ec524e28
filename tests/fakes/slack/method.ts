import type { Ephemeral } from './ephemerals.ts';
import type { createPeople } from './people.ts';
import type { createTriggers } from './triggers.ts';
import type { Views } from './views.ts';
import type { StoredMessage, Workspace } from './workspace.ts';

/** Form fields of one call, already decoded; objects are still JSON text, as on the wire. */
export type Arguments = Record<string, string>;
export type Result = { ok: boolean; error?: string } & Record<string, unknown>;

/** The state of the fake that the methods read and change. */
export type MethodContext = {
  workspace: Workspace;
  people: ReturnType<typeof createPeople>;
  views: Views;
  triggers: ReturnType<typeof createTriggers>;
  ephemerals: Ephemeral[];
  statuses: Arguments[];
  suggestedPrompts: Map<string, { title?: string; prompts: unknown[] }>;
  allowedMentions: Set<string>;
  violations: string[];
  /** An address for one web socket connection. */
  newSocketUrl: () => string;
  onPost: (message: StoredMessage) => void;
};

/** One method of the Web API, with what Slack demands of a call. */
export type Method = {
  token: 'xoxb' | 'xapp';
  /** The scope that the token needs; for conversations the kind of channel decides. */
  scope?: (args: Arguments) => string;
  required: string[];
  optional: string[];
  run: (args: Arguments, context: MethodContext) => Result;
};

export const refusal = (error: string, messages: string[] = []): Result => ({
  ok: false,
  error,
  ...(messages.length > 0 && { response_metadata: { messages } }),
});

/** The part of a scope that the kind of channel decides, as in `im:history`. */
export function channelKind(channel: string): 'im' | 'groups' | 'channels' {
  if (channel.startsWith('D')) return 'im';
  return channel.startsWith('G') ? 'groups' : 'channels';
}

/** JSON text, or undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
