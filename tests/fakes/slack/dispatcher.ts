/** What Slack sends to an app: an event, a slash command, or what somebody did with a block or a view. */
export type DispatchKind = 'events_api' | 'slash_commands' | 'interactive';
export type Dispatch = { kind: DispatchKind; payload: Record<string, unknown> };
/** One attempt. `reason` is empty for the first; the carriers spell it as Slack does. */
export type Attempt = Dispatch & { number: number; reason: string };

/** One acknowledgement. `afterMs` counts from the delivery of that envelope; over HTTP `envelopeId` is empty. */
export type Ack = {
  envelopeId: string;
  /** Empty for commands, interactions and raw envelopes. */
  eventId: string;
  /** Empty for events. */
  triggerId: string;
  kind: DispatchKind | 'raw';
  /** What the app answered with: an object or a text; undefined when there was nothing. */
  body: unknown;
  afterMs: number;
  at: number;
};

/** How an attempt reaches the app. */
export type Carrier = {
  carry: (
    attempt: Attempt,
    outcome: { acknowledged: (body: unknown, envelopeId: string) => void; failed: (reason: string) => void },
  ) => void;
};

export type Dispatcher = ReturnType<typeof createDispatcher>;

/**
 * Slack's patience: an attempt counts as failed after `ackTimeoutMs`; an event is then sent again after each
 * of `retryDelaysMs`; a command or an interaction is lost, which is a violation.
 */
export function createDispatcher(options: {
  carrier: Carrier;
  ackTimeoutMs: number;
  retryDelaysMs: readonly number[];
  acks: Ack[];
  violations: string[];
}) {
  const { carrier, acks, violations } = options;
  const timers = new Set<NodeJS.Timeout>();
  let isStopped = false;

  function later(action: () => void, ms: number): NodeJS.Timeout {
    const timer = setTimeout(() => {
      timers.delete(timer);
      action();
    }, ms);
    timers.add(timer);
    return timer;
  }

  function attempt(dispatch: Dispatch, number: number, reason: string, settled: Settled): void {
    if (isStopped) return;
    const sentAt = Date.now();
    let isOver = false;
    const failed = (why: string): void => {
      if (isOver || isStopped) return;
      isOver = true;
      clearTimeout(timer);
      if (dispatch.kind !== 'events_api') {
        violations.push(
          `${nameOf(dispatch)} was not acknowledged within ${options.ackTimeoutMs} ms (${why})`,
        );
        settled(undefined);
        return;
      }
      const pauseMs = options.retryDelaysMs[number];
      if (pauseMs !== undefined) later(() => attempt(dispatch, number + 1, why, settled), pauseMs);
    };
    const acknowledged = (body: unknown, envelopeId: string): void => {
      isOver = true;
      clearTimeout(timer);
      const { payload, kind } = dispatch;
      const eventId = kind === 'events_api' ? String(payload.event_id) : '';
      const triggerId = kind === 'events_api' ? '' : String(payload.trigger_id);
      const at = Date.now();
      acks.push({ envelopeId, eventId, triggerId, kind, body, afterMs: at - sentAt, at });
      settled(body ?? {});
    };
    const timer = later(() => failed('timeout'), options.ackTimeoutMs);
    carrier.carry({ ...dispatch, number, reason }, { acknowledged, failed });
  }

  return {
    /** Delivers, and again where Slack would. `settled` gets the body of the acknowledgement, if there is one. */
    send: (dispatch: Dispatch, settled: Settled = () => {}): void => attempt(dispatch, 0, '', settled),
    stop: (): void => {
      isStopped = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

type Settled = (body: unknown) => void;

function nameOf({ kind, payload }: Dispatch): string {
  return kind === 'slash_commands' ? `the command ${payload.command}` : `the interaction ${payload.type}`;
}
