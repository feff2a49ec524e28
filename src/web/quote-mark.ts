import { createHash } from 'node:crypto';

/** Eight characters that stand for a quotation in its link: other words at the same place are noticed. */
export function quoteMark(quote: string): string {
  return createHash('sha256').update(quote).digest('hex').slice(0, 8);
}
