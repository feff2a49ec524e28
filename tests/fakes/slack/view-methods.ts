import { isRecord, type Json } from './checks.ts';
import { noteMarkup } from './message-content.ts';
import {
  type Arguments,
  type Method,
  type MethodContext,
  parseJson,
  type Result,
  refusal,
} from './method.ts';
import { viewProblems } from './view-problems.ts';

const maxViewBytes = 250_000;
const maxStack = 3;

/** The methods that show modal views and the Home. None needs a scope. */
export const viewMethods: Record<string, Method> = {
  'views.open': opening('open'),
  'views.push': opening('push'),
  'views.update': {
    token: 'xoxb',
    required: ['view'],
    optional: ['view_id', 'external_id', 'hash'],
    run: (args, context) => {
      const found = context.views.find(args.view_id ?? args.external_id ?? '');
      if (found === undefined || found.view.type !== 'modal') return refusal('not_found');
      const reading = readView(args, 'modal', context, found.view.id);
      if ('refused' in reading) return reading.refused;
      if (args.hash !== undefined && args.hash !== found.view.hash) return refusal('hash_conflict');
      return { ok: true, view: context.views.update(found.view, reading.view) };
    },
  },
  'views.publish': {
    token: 'xoxb',
    required: ['user_id', 'view'],
    optional: ['hash'],
    run: (args, context) => {
      const { user_id: user = '' } = args;
      if (!context.people.has(user)) return refusal('user_not_found');
      const home = context.views.home(user);
      const reading = readView(args, 'home', context, home?.id);
      if ('refused' in reading) return reading.refused;
      if (args.hash !== undefined && args.hash !== home?.hash) return refusal('hash_conflict');
      return { ok: true, view: context.views.publish(user, reading.view) };
    },
  },
};

function opening(way: 'open' | 'push'): Method {
  return {
    token: 'xoxb',
    required: ['trigger_id', 'view'],
    optional: [],
    run: (args, context) => {
      const reading = readView(args, 'modal', context);
      if ('refused' in reading) return reading.refused;
      const trigger = context.triggers.take(args.trigger_id ?? '');
      if ('error' in trigger) return refusal(trigger.error);
      const stack = context.views.stackOf(trigger.user);
      if (way === 'push' && stack.length === 0) return refusal('not_found');
      if (way === 'push' && stack.length >= maxStack) return refusal('push_limit_reached');
      if (way === 'open') stack.splice(0);
      return { ok: true, view: context.views.push(trigger.user, reading.view) };
    },
  };
}

function readView(
  args: Arguments,
  type: 'modal' | 'home',
  context: MethodContext,
  ownId?: string,
): { view: Json } | { refused: Result } {
  return checkView(parseJson(args.view ?? ''), type, context, ownId);
}

/** A view that an app wants shown, or Slack's refusal. `ownId` is the view whose place it takes. */
export function checkView(
  view: unknown,
  type: 'modal' | 'home',
  context: MethodContext,
  ownId?: string,
): { view: Json } | { refused: Result } {
  const problems = viewProblems(view, type);
  if (problems.length > 0 || !isRecord(view)) return { refused: refusal('invalid_arguments', problems) };
  if (Buffer.byteLength(JSON.stringify(view)) > maxViewBytes) return { refused: refusal('view_too_large') };
  const twin = context.views.find(String(view.external_id ?? ''));
  if (twin !== undefined && twin.view.id !== ownId) return { refused: refusal('duplicate_external_id') };
  noteMarkup([view], context);
  return { view };
}
