import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { isRecord, type Json } from './checks.ts';
import type { Ack, Carrier } from './dispatcher.ts';
import { identity } from './workspace.ts';

/**
 * Slack's end of Socket Mode: single-use addresses, hello, and envelopes, each to one of the open connections in
 * turn. See "Using Socket Mode" and "The Events API" in Slack's documentation.
 */
export function createSocketMode(options: { saysHello: boolean; acks: Ack[]; violations: string[] }) {
  const { acks, violations } = options;
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const sockets: WebSocket[] = [];
  /** Envelopes that no connection was open for; a later attempt at the same payload takes the place of one. */
  let waiting: { text: string; payload: unknown }[] = [];
  const pending = new Map<string, (body: unknown) => void>();
  const acknowledged = new Set<string>();
  let connections = 0;
  let turn = 0;

  function send(text: string): boolean {
    const open = sockets.filter(({ readyState, OPEN }) => readyState === OPEN);
    const socket = open[turn % Math.max(1, open.length)];
    turn += 1;
    socket?.send(text);
    return socket !== undefined;
  }

  const carry: Carrier['carry'] = ({ kind, payload, number, reason }, outcome) => {
    const envelopeId = randomUUID();
    pending.set(envelopeId, (body) => outcome.acknowledged(body, envelopeId));
    const isEvent = kind === 'events_api';
    const text = JSON.stringify({
      envelope_id: envelopeId,
      type: kind,
      accepts_response_payload: !isEvent,
      ...(isEvent && { retry_attempt: number, retry_reason: reason }),
      payload,
    });
    if (send(text)) return;
    waiting = waiting.filter((one) => one.payload !== payload);
    if (isEvent) waiting.push({ text, payload });
    else outcome.failed('no connection was open');
  };

  function onMessage(text: string): void {
    const message: unknown = JSON.parse(text);
    const id = isRecord(message) ? String(message.envelope_id) : '';
    const take = pending.get(id);
    if (!isRecord(message) || take === undefined) {
      violations.push(`acknowledgement of an unknown envelope: ${text}`);
      return;
    }
    if (acknowledged.has(id)) violations.push(`acknowledged twice: ${id}`);
    acknowledged.add(id);
    const { payload } = message;
    take(isRecord(payload) && Object.keys(payload).length === 0 ? undefined : payload);
  }

  return {
    carry,
    connectionCount: () => connections,
    newTicket: (): string => {
      const ticket = randomUUID();
      tickets.add(ticket);
      return ticket;
    },
    upgrade: (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
      const ticket = new URL(request.url ?? '/', 'http://fake').searchParams.get('ticket') ?? '';
      if (!tickets.delete(ticket)) {
        violations.push('a web socket address was used twice or made up');
        stream.destroy();
        return;
      }
      server.handleUpgrade(request, stream, head, (socket) => {
        connections += 1;
        socket.on('message', (data) => onMessage(String(data)));
        if (!options.saysHello) return;
        const connection_info = { app_id: identity.app };
        socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info, debug_info: {} }));
        sockets.push(socket);
        for (const { text } of waiting.splice(0)) socket.send(text);
      });
    },
    /** Any object or text, as it is. An `envelope_id` of an object may be acknowledged. */
    sendEnvelope: (raw: string | Json): void => {
      const sentAt = Date.now();
      const text = typeof raw === 'string' ? raw : JSON.stringify(raw);
      const envelopeId = typeof raw === 'string' ? undefined : raw.envelope_id;
      if (typeof envelopeId === 'string') {
        pending.set(envelopeId, (body) => {
          const at = Date.now();
          acks.push({ envelopeId, eventId: '', triggerId: '', kind: 'raw', body, afterMs: at - sentAt, at });
        });
      }
      if (!send(text)) waiting.push({ text, payload: text });
    },
    drop: () => {
      for (const socket of sockets.splice(0)) socket.terminate();
    },
    stop: (): void => {
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}
