import { isRecord } from './repair-event.ts';

/**
 * Makes one Socket Mode message safe for the client, which throws outside of any handler on an `events_api`
 * envelope without an inner event (`app_rate_limited`, `event: null`). Repaired envelopes go on their normal way, and so are
 * acknowledged; with a client that does not need the repair nothing changes.
 *
 * @returns the message to hand on and its type, or undefined for what is no message at all.
 * See "Using Socket Mode" in Slack's documentation.
 */
export function repairEnvelope(data: string): { type: string; data: string } | undefined {
  const envelope = parseRecord(data);
  if (envelope === undefined || typeof envelope.type !== 'string') return undefined;
  if (envelope.type !== 'events_api') return { type: envelope.type, data };
  const payload = isRecord(envelope.payload) ? envelope.payload : {};
  const event = isRecord(payload.event) ? payload.event : {};
  const type = typeof event.type === 'string' ? event.type : String(payload.type ?? 'unknown');
  return {
    type: envelope.type,
    data: JSON.stringify({ ...envelope, payload: { ...payload, event: { ...event, type } } }),
  };
}

function parseRecord(data: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(data);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
