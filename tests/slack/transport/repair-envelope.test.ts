import { describe, expect, it } from 'vitest';
import { repairEnvelope } from '../../../src/slack/transport/repair-envelope.ts';

const repaired = (envelope: unknown) => JSON.parse(repairEnvelope(JSON.stringify(envelope))?.data ?? 'null');

describe('repairEnvelope', () => {
  it.each([
    [{ type: 'app_rate_limited' }, { type: 'app_rate_limited' }],
    [{ type: 'event_callback', event: null }, { type: 'event_callback' }],
    [undefined, { type: 'unknown' }],
    [{ event: { type: 'message', text: 'x' } }, { type: 'message', text: 'x' }],
  ])('gives the payload %j the inner event %j', (payload, event) => {
    expect(repaired({ type: 'events_api', envelope_id: 'e1', payload })).toMatchObject({ envelope_id: 'e1' });
    expect(repaired({ type: 'events_api', envelope_id: 'e1', payload }).payload.event).toEqual(event);
  });

  it('leaves other messages as they are', () => {
    const hello = '{"type": "hello"}';
    expect(repairEnvelope(hello)).toEqual({ type: 'hello', data: hello });
  });

  it.each(['null', '[]', '3', 'no json', '{}', '{"type":1}'])('takes %s for no message', (text) => {
    expect(repairEnvelope(text)).toBeUndefined();
  });
});
