import { describe, expect, it } from 'vitest';
import { coverage, knownShare } from '../../src/retrieval/term-weights.ts';

const weights = new Map([
  ['智慧', 1],
  ['社区', 3],
  ['无此', 0],
]);

describe('knownShare', () => {
  it('counts the terms that the documents have', () => {
    expect(knownShare(weights)).toBeCloseTo(2 / 3);
  });

  it('is 0 without terms', () => {
    expect(knownShare(new Map())).toBe(0);
  });
});

describe('coverage', () => {
  it('counts terms by their rarity', () => {
    expect(coverage(weights, new Set(['社区']))).toBeCloseTo(0.75);
    expect(coverage(weights, new Set(['智慧']))).toBeCloseTo(0.25);
  });

  it('is 1 when all that the documents have is there, and 0 when nothing is', () => {
    expect(coverage(weights, new Set(['智慧', '社区']))).toBe(1);
    expect(coverage(weights, new Set(['别的']))).toBe(0);
    expect(coverage(new Map([['无此', 0]]), new Set(['无此']))).toBe(0);
  });
});
