import { randomUUID } from 'node:crypto';
import { isRecord, type Json } from './checks.ts';
import { withIds } from './with-ids.ts';
import { identity } from './workspace.ts';

/** A view as Slack gives it back: what the app sent, and what Slack knows of it. */
export type StoredView = {
  id: string;
  type: 'modal' | 'home';
  hash: string;
  blocks: unknown[];
  title?: unknown;
  submit?: unknown;
  close?: unknown;
  private_metadata: string;
  callback_id: string;
  external_id: string;
  state: { values: Record<string, unknown> };
  root_view_id: string;
  previous_view_id: string | null;
} & Json;

export type Views = ReturnType<typeof createViews>;

/** The Home and the stack of modal views of every person. A change makes a new object under the same id. */
export function createViews() {
  const stacks = new Map<string, StoredView[]>();
  const homes = new Map<string, StoredView>();
  let serial = 0;

  const stackOf = (user: string): StoredView[] => {
    const stack = stacks.get(user) ?? [];
    stacks.set(user, stack);
    return stack;
  };
  const newId = (): string => {
    serial += 1;
    return `V${String(serial).padStart(8, '0')}`;
  };

  function store(content: Json, id: string, place: { root: string; previous: string | null }): StoredView {
    return {
      team_id: identity.team,
      app_id: identity.app,
      bot_id: identity.bot,
      app_installed_team_id: identity.team,
      title: null,
      submit: null,
      close: null,
      clear_on_close: false,
      notify_on_close: false,
      ...content,
      private_metadata: String(content.private_metadata ?? ''),
      callback_id: String(content.callback_id ?? ''),
      external_id: String(content.external_id ?? ''),
      type: content.type === 'home' ? 'home' : 'modal',
      blocks: withIds(Array.isArray(content.blocks) ? content.blocks : []),
      state: {
        values: isRecord(content.state) && isRecord(content.state.values) ? content.state.values : {},
      },
      id,
      hash: `${Math.floor(Date.now() / 1_000)}.${randomUUID().slice(0, 8)}`,
      root_view_id: place.root,
      previous_view_id: place.previous,
    };
  }

  return {
    stackOf,
    home: (user: string) => homes.get(user),
    /** All open modal views with their people. */
    all: () => [...stacks].flatMap(([user, stack]) => stack.map((view) => ({ user, view }))),
    /** The person who has a view open, or it as their Home, and the view as it is now. */
    find(id: string): { user: string; view: StoredView } | undefined {
      const isIt = ({ view }: { view: StoredView }) => view.id === id || view.external_id === id;
      const shown = [...homes].map(([user, view]) => ({ user, view }));
      return id === '' ? undefined : (this.all().find(isIt) ?? shown.find(isIt));
    },
    /** On top of the stack. */
    push(user: string, content: Json): StoredView {
      const stack = stackOf(user);
      const id = newId();
      const view = store(content, id, { root: stack[0]?.id ?? id, previous: stack.at(-1)?.id ?? null });
      stack.push(view);
      return view;
    },
    update(old: StoredView, content: Json): StoredView {
      const view = store(content, old.id, { root: old.root_view_id, previous: old.previous_view_id });
      for (const stack of stacks.values()) {
        if (stack.includes(old)) stack[stack.indexOf(old)] = view;
      }
      return view;
    },
    publish(user: string, content: Json): StoredView {
      const id = homes.get(user)?.id ?? newId();
      const view = store(content, id, { root: id, previous: null });
      homes.set(user, view);
      return view;
    },
  };
}
