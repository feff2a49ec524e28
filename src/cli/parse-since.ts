import { InvalidArgumentError } from 'commander';
import { z } from 'zod';

const day = z.iso.date();
const moment = z.iso.datetime({ local: true, offset: true });

/**
 * Reads the date of `--since`: the beginning of a day, or a moment, in local time where it names no offset.
 * @throws InvalidArgumentError, which commander turns into wrong usage.
 */
export function parseSince(value: string): Date {
  if (day.safeParse(value).success) return new Date(`${value}T00:00:00`);
  if (moment.safeParse(value).success) return new Date(value);
  throw new InvalidArgumentError(
    'It must be a date or a moment as in ISO 8601: 2026-05-31, 2026-05-31T14:00:00 or 2026-05-31T14:00:00Z.',
  );
}
