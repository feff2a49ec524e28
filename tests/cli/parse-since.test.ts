import { InvalidArgumentError } from 'commander';
import { describe, expect, it } from 'vitest';
import { parseSince } from '../../src/cli/parse-since.ts';

describe('parseSince', () => {
  it.each([
    ['2024-05-06', new Date(2024, 4, 6)],
    ['2024-05-06T07:08', new Date(2024, 4, 6, 7, 8)],
    ['2024-05-06T07:08:09', new Date(2024, 4, 6, 7, 8, 9)],
    ['2024-05-06T07:08:09Z', new Date(Date.UTC(2024, 4, 6, 7, 8, 9))],
    ['2024-05-06T07:08:09.5+08:00', new Date(Date.UTC(2024, 4, 5, 23, 8, 9, 500))],
  ])('reads %s', (value, expected) => {
    expect(parseSince(value)).toEqual(expected);
  });

  it.each([
    '',
    'yesterday',
    '2024',
    '2024-02-30',
    '2024-5-6',
    '06.05.2024',
    '2024-05-06T25:00',
    '1715000000',
  ])('refuses %j', (value) => {
    expect(() => parseSince(value)).toThrowError(InvalidArgumentError);
  });
});
