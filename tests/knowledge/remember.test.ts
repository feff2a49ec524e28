import { describe, expect, it } from 'vitest';
import { remember } from '../../src/knowledge/remember.ts';

describe('remember', () => {
  it('computes once what it still keeps, and again what it forgot, the oldest first', () => {
    const computed: number[] = [];
    const double = remember(2, (value: number) => {
      computed.push(value);
      return value * 2;
    });
    expect([double(1), double(1), double(2), double(3), double(2), double(1)]).toEqual([2, 2, 4, 6, 4, 2]);
    expect(computed).toEqual([1, 2, 3, 1]);
  });

  it('keeps null', () => {
    let count = 0;
    const nothing = remember(2, () => {
      count += 1;
      return null;
    });
    expect([nothing(1), nothing(1)]).toEqual([null, null]);
    expect(count).toBe(1);
  });
});
