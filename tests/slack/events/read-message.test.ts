import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventType, readMessage } from '../../../src/slack/events/read-message.ts';

const event = { type: 'message', channel: 'C1', channel_type: 'channel', ts: '1.1', user: 'U1', text: 'x' };
const body = (changes: object) => ({
  type: 'event_callback',
  event_id: 'Ev1',
  event: { ...event, ...changes },
});
const read = (changes: object) => readMessage(body(changes), 'UBOT');

describe('readMessage', () => {
  it.each([
    [
      { channel_type: 'im', channel: 'D1' },
      { place: 'direct', isMention: false, threadTs: null },
    ],
    [
      { type: 'app_mention', text: '<@UBOT> x' },
      { place: 'channel', isMention: true },
    ],
    [{ text: 'well, <@UBOT>?' }, { isMention: true, isForSomebodyElse: false }],
    [{ text: '<@U2> x' }, { isMention: false, isForSomebodyElse: true }],
    [
      { thread_ts: '0.9', text: null },
      { threadTs: '0.9', text: '' },
    ],
    [{ subtype: 'file_share' }, { user: 'U1' }],
    [{ subtype: 'thread_broadcast' }, { user: 'U1' }],
  ])('reads %j', (changes, expected) => {
    expect(read(changes)).toMatchObject(expected);
  });

  it.each([
    { user: 'UBOT' },
    { user: null },
    { user: 'USLACKBOT' },
    { bot_id: 'B1' },
    { hidden: true },
    { subtype: 'message_changed' },
    { subtype: 'bot_message' },
    { channel: '' },
    { ts: null },
    { type: 'reaction_added' },
  ])('leaves %j alone', (changes) => {
    expect(read(changes)).toBeNull();
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.dictionary(fc.constantFrom(...Object.keys(event)), fc.jsonValue()),
        (any, fields) => {
          expect(() => [readMessage(any, 'UBOT'), eventType(any), read(fields)]).not.toThrow();
        },
      ),
    );
  });
});
