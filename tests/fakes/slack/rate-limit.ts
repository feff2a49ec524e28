export type Rate = { burst: number; perSecond: number };

/** A token bucket for each channel. @returns the seconds to wait, 0 when the call may go through. */
export function createRateLimit({ burst, perSecond }: Rate): (channel: string) => number {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (channel) => {
    const now = Date.now();
    const bucket = buckets.get(channel) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1_000) * perSecond);
    const isFree = tokens >= 1;
    buckets.set(channel, { tokens: isFree ? tokens - 1 : tokens, at: now });
    return isFree ? 0 : (1 - tokens) / perSecond;
  };
}
