import { isRecord, type Json } from './checks.ts';
import type { Dispatcher } from './dispatcher.ts';
import type { MethodContext } from './method.ts';
import { checkView } from './view-methods.ts';
import type { StoredView } from './views.ts';

export type Submission = {
  view: StoredView;
  /** By block id and action id, as in `view.state.values`. */
  values: Record<string, Record<string, unknown>>;
  user?: string;
};

/**
 * Sends a form, and does to the views what the app's acknowledgement says: `errors`, `update`, `push`, `clear`,
 * or nothing, which closes the view. The result is the body of that acknowledgement, undefined if none came.
 */
export function createSubmissions(options: {
  dispatcher: Dispatcher;
  context: MethodContext;
  common: (user: string, triggerId: string) => Json;
}) {
  const { dispatcher, context } = options;
  const { views, triggers, violations } = context;

  return ({ view: { id }, values, user: by }: Submission): Promise<unknown> => {
    const found = views.find(id);
    if (found === undefined) throw new Error(`Expected an open view, got ${id}`);
    const ids = found.view.blocks.map((block) => (isRecord(block) ? block.block_id : undefined));
    const stray = Object.keys(values).filter((blockId) => !ids.includes(blockId));
    if (stray.length > 0) throw new Error(`Expected values of blocks ${ids}, got ${stray}`);
    const user = by ?? found.user;
    const view = { ...found.view, state: { values } };
    const common = options.common(user, triggers.issue(user));
    const payload = { ...common, type: 'view_submission', view, response_urls: [] };
    return new Promise((resolve) => {
      dispatcher.send({ kind: 'interactive', payload }, (body) => {
        if (isRecord(body)) follow(body, found.user, found.view, ids);
        resolve(body);
      });
    });
  };

  function follow(body: Json, user: string, view: StoredView, blockIds: unknown[]): void {
    const stack = views.stackOf(user);
    const action = body.response_action;
    if (action === undefined) stack.splice(stack.indexOf(view), 1);
    else if (action === 'clear') stack.splice(0);
    else if (action === 'errors') {
      const keys = isRecord(body.errors) ? Object.keys(body.errors) : [];
      if (keys.length === 0 || keys.some((key) => !blockIds.includes(key)))
        violations.push(`view_submission: errors for blocks that are not there: ${keys}`);
    } else if (action === 'update' || action === 'push') {
      const reading = checkView(body.view, 'modal', context, action === 'update' ? view.id : undefined);
      if ('refused' in reading) violations.push(`view_submission: ${JSON.stringify(reading.refused)}`);
      else if (action === 'update') views.update(view, reading.view);
      else if (stack.length >= 3) violations.push('view_submission: push_limit_reached');
      else views.push(user, reading.view);
    } else violations.push(`view_submission: unknown response_action ${String(action)}`);
  }
}
