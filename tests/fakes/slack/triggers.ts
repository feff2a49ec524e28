import { randomUUID } from 'node:crypto';

/** Ids that let an app open views after an interaction: valid for `lifetimeMs`, and once. */
export function createTriggers(lifetimeMs: number) {
  const issued = new Map<string, { user: string; at: number; isUsed: boolean }>();
  return {
    issue: (user: string): string => {
      const id = `${Date.now()}.${issued.size}.${randomUUID()}`;
      issued.set(id, { user, at: Date.now(), isUsed: false });
      return id;
    },
    /** The person who acted; else the error of Slack. */
    take: (id: string): { user: string } | { error: string } => {
      const trigger = issued.get(id);
      if (trigger === undefined) return { error: 'invalid_trigger_id' };
      if (trigger.isUsed) return { error: 'exchanged_trigger_id' };
      if (Date.now() - trigger.at > lifetimeMs) return { error: 'expired_trigger_id' };
      trigger.isUsed = true;
      return { user: trigger.user };
    },
  };
}
