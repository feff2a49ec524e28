import { setTimeout as delay } from 'node:timers/promises';
import { type App, type Logger as BoltLogger, SocketModeReceiver, type webApi } from '@slack/bolt';
import { repairEnvelope } from './repair-envelope.ts';

const closeDeadlineMs = 1_000;

/** One web socket to Slack, from `apps.connections.open` to its end; it never reconnects by itself. */
export type SocketConnection = {
  /** Fulfilled when Slack has said hello; rejected when it cannot be reached, refuses or closes before that. */
  opened: Promise<void>;
  /** Ends the connection in whatever state it is. Never rejects. */
  close(): Promise<void>;
};

/**
 * Opens one Socket Mode connection that feeds `app`. `onEnd` is called once, when an opened connection is
 * lost or Slack announces its end, which it does some seconds before closing; it is not called after `close`.
 * See "Using Socket Mode" in Slack's documentation.
 */
export function openSocketConnection(options: {
  app: App;
  appToken: string;
  clientOptions: webApi.WebClientOptions;
  logger: BoltLogger;
  onEnd: () => void;
}): SocketConnection {
  // Reconnecting is ours: the client's own rejects outside of any handler when it is stopped meanwhile or
  // when apps.connections.open fails, and waits five seconds before it starts.
  const receiver = new SocketModeReceiver({
    appToken: options.appToken,
    logger: options.logger,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: { ...options.clientOptions } },
  });
  receiver.init(options.app);
  const { client } = receiver;
  let isOpen = false;
  let isClosed = false;

  function end(): void {
    if (!isOpen || isClosed) return;
    isOpen = false;
    options.onEnd();
  }

  const emit = client.emit.bind(client);
  client.emit = (event, ...parts) => {
    if (event !== 'ws_message' || typeof parts[0] !== 'string') return emit(event, ...parts);
    const message = repairEnvelope(parts[0]);
    if (message === undefined) {
      options.logger.warn('a message of Slack was dropped: not an envelope');
      return true;
    }
    if (message.type === 'disconnect') end();
    return emit(event, message.data, ...parts.slice(1));
  };
  client.on('disconnected', end);
  // Closed while the address was being fetched: the client goes on to connect, and is stopped there.
  client.on('connecting', () => {
    if (isClosed) queueMicrotask(() => client.websocket?.disconnect());
  });

  const opened = receiver.start().then(
    () => {
      isOpen = true;
    },
    (error: unknown) => {
      // The client rejects with nothing when the socket closes before hello.
      throw error ?? new Error('Slack closed the connection before its hello');
    },
  );
  // Whoever awaits `opened` sees the rejection; nobody has to when the connection is closed first.
  opened.catch(() => {});

  return {
    opened,
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      await Promise.race([client.disconnect(), delay(closeDeadlineMs, undefined, { ref: false })]);
      // Still there: the peer ignores the close handshake. A second call drops the socket.
      client.websocket?.disconnect();
    },
  };
}
