import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import type { Logger } from 'pino';
import { isRecord, repairEvent } from './repair-event.ts';

/**
 * Puts the taking of events in front of a receiver's app: Bolt acknowledges an event before any listener runs, and
 * what is not written down by then would be lost with the process. What Bolt does not acknowledge by itself (bodies
 * that it cannot take or does not know) is acknowledged here, so that Slack does not send it for ever.
 * @param takeEvent writes down what is to be done; what it throws keeps the event from being acknowledged.
 */
export function recordBeforeAck(
  receiver: Receiver,
  takeEvent: (body: unknown) => void,
  logger: Logger,
): Receiver {
  return {
    init: (app) => {
      const processEvent = async (event: ReceiverEvent): Promise<void> => {
        let isAcknowledged = false;
        const ack: ReceiverEvent['ack'] = (response) => {
          isAcknowledged = true;
          return event.ack(response);
        };
        const body = isRecord(event.body) && isEvent(event.body) ? repairEvent(event.body) : event.body;
        if (isRecord(body)) {
          if (isEvent(body)) takeEvent(body);
          await app.processEvent({ ...event, body, ack });
        }
        if (isAcknowledged) return;
        logger.warn('Slack sent something that is not known');
        await event.ack();
      };
      // The receiver uses nothing of the app but this method; everything else stays that of the app.
      receiver.init(Object.create(app, { processEvent: { value: processEvent } }) as App);
    },
    start: (...args) => receiver.start(...args),
    stop: (...args) => receiver.stop(...args),
  };
}

function isEvent(body: Record<string, unknown>): boolean {
  return 'event' in body || body.type === 'event_callback' || body.type === 'app_rate_limited';
}
