import { randomBytes } from 'node:crypto';

/** Eight characters under which a person and the log speak of the same failure. */
export function newReference(): string {
  return randomBytes(4).toString('hex');
}
