/**
 * Makes the body of an event safe for Bolt: fields that are null are left out, because a null `channel`, `user` or
 * `item` throws inside it before the acknowledgement. Null for a body without an inner event (`app_rate_limited`),
 * which Bolt cannot take at all.
 */
export function repairEvent(body: Record<string, unknown>): Record<string, unknown> | null {
  const { event } = body;
  if (!isRecord(event)) return null;
  return { ...body, event: Object.fromEntries(Object.entries(event).filter(([, value]) => value !== null)) };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
