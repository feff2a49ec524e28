import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import type { Logger } from 'pino';
import { isRecord, repairEvent } from './repair-event.ts';

/**
 * Puts the taking of events in front of a receiver's app: Bolt acknowledges an event before any listener runs, and
 * what is not written down by then would be lost with the process. Bodies that Bolt cannot take are acknowledged here.
 * @param takeEvent writes down what is to be done and returns what begins it.
 */
export function recordBeforeAck(
  receiver: Receiver,
  takeEvent: (body: unknown) => () => void,
  logger: Logger,
): Receiver {
  return {
    init: (app) => {
      const processEvent = async (event: ReceiverEvent): Promise<void> => {
        const { body } = event;
        if (!isRecord(body) || !('event' in body || isEventless(body))) return app.processEvent(event);
        const repaired = repairEvent(body);
        if (repaired === null) {
          logger.warn({ type: body.type }, 'Slack sent an event without content');
          return event.ack();
        }
        // Bolt leaves this one to a listener; there is none.
        if (isRecord(repaired.event) && repaired.event.type === 'function_executed') return event.ack();
        const begin = takeEvent(repaired);
        try {
          await app.processEvent({ ...event, body: repaired });
        } finally {
          begin();
        }
      };
      // The receiver uses nothing of the app but this method; everything else stays that of the app.
      receiver.init(Object.create(app, { processEvent: { value: processEvent } }) as App);
    },
    start: (...args) => receiver.start(...args),
    stop: (...args) => receiver.stop(...args),
  };
}

function isEventless(body: Record<string, unknown>): boolean {
  return body.type === 'event_callback' || body.type === 'app_rate_limited';
}
