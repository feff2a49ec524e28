import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { identity } from './workspace.ts';

/** One acknowledgement. `afterMs` counts from the delivery of that envelope. */
export type Ack = { envelopeId: string; eventId: string; afterMs: number; at: number };

export type SocketMode = ReturnType<typeof createSocketMode>;

/**
 * Slack's end of Socket Mode: single-use addresses, hello, envelopes to the newest connection, and the retries
 * of an event that nobody acknowledges. See "Using Socket Mode" and "The Events API" in Slack's documentation.
 */
export function createSocketMode(options: {
  saysHello: boolean;
  ackTimeoutMs: number;
  retryDelaysMs: readonly number[];
  violations: string[];
}) {
  const { violations } = options;
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const sockets: WebSocket[] = [];
  const waiting: string[] = [];
  const acks: Ack[] = [];
  const pending = new Map<string, { eventId: string; sentAt: number; timer: NodeJS.Timeout | undefined }>();
  const timers = new Set<NodeJS.Timeout>();
  let connections = 0;

  function later(action: () => void, ms: number): NodeJS.Timeout {
    const timer = setTimeout(() => {
      timers.delete(timer);
      action();
    }, ms);
    timers.add(timer);
    return timer;
  }

  function send(text: string): void {
    const socket = sockets.findLast(({ readyState, OPEN }) => readyState === OPEN);
    if (socket === undefined) waiting.push(text);
    else socket.send(text);
  }

  function deliver(payload: Record<string, unknown>, attempt: number): string {
    const envelopeId = randomUUID();
    const eventId = String(payload.event_id);
    const timer = later(() => {
      const pauseMs = options.retryDelaysMs[attempt];
      if (pauseMs !== undefined) later(() => deliver(payload, attempt + 1), pauseMs);
    }, options.ackTimeoutMs);
    pending.set(envelopeId, { eventId, sentAt: Date.now(), timer });
    send(
      JSON.stringify({
        envelope_id: envelopeId,
        type: 'events_api',
        accepts_response_payload: false,
        retry_attempt: attempt,
        retry_reason: attempt === 0 ? '' : 'timeout',
        payload,
      }),
    );
    return envelopeId;
  }

  function onMessage(text: string): void {
    const { envelope_id: envelopeId }: { envelope_id?: string } = JSON.parse(text);
    const entry = pending.get(envelopeId ?? '');
    if (envelopeId === undefined || entry === undefined) {
      violations.push(`acknowledgement of an unknown envelope: ${text}`);
      return;
    }
    if (acks.some((ack) => ack.envelopeId === envelopeId))
      violations.push(`acknowledged twice: ${envelopeId}`);
    clearTimeout(entry.timer);
    acks.push({ envelopeId, eventId: entry.eventId, afterMs: Date.now() - entry.sentAt, at: Date.now() });
  }

  return {
    acks,
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
        socket.send(
          JSON.stringify({
            type: 'hello',
            num_connections: 1,
            connection_info: { app_id: identity.app },
            debug_info: {},
          }),
        );
        sockets.push(socket);
        for (const text of waiting.splice(0)) socket.send(text);
      });
    },
    /** An event as the Events API wraps it; delivered again by itself until it is acknowledged. */
    deliver: (payload: Record<string, unknown>) => deliver(payload, 0),
    /** Any text, as it is. An `envelope_id` in it may be acknowledged. */
    sendRaw: (text: string, envelopeId: string | undefined) => {
      if (envelopeId !== undefined)
        pending.set(envelopeId, { eventId: '', sentAt: Date.now(), timer: undefined });
      send(text);
    },
    drop: () => {
      for (const socket of sockets.splice(0)) socket.terminate();
    },
    stop: (): void => {
      for (const timer of timers) clearTimeout(timer);
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}
