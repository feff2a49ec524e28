import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPostingsEncoder, readPostings } from '../../src/knowledge/postings.ts';

type Posting = [row: number, halves: number];

const postings = fc
  .uniqueArray(fc.tuple(fc.nat(2 ** 31 - 1), fc.integer({ min: 1, max: 2 ** 31 - 1 })), {
    selector: ([row]) => row,
    maxLength: 300,
  })
  .map((pairs): Posting[] => pairs.toSorted(([left], [right]) => left - right));

function read(bytes: Uint8Array): Posting[] {
  const found: Posting[] = [];
  readPostings(bytes, (row, halves) => found.push([row, halves]));
  return found;
}

describe('postings', () => {
  it('come back as they were written, one term after the other', () => {
    fc.assert(
      fc.property(fc.array(postings, { maxLength: 4 }), (terms) => {
        const encoder = createPostingsEncoder();
        const written = terms.map((term) => {
          for (const [row, halves] of term) encoder.add(row, halves);
          return encoder.take();
        });
        expect(written.map(read)).toEqual(terms);
      }),
    );
  });

  it('add up the occurrences in a clause', () => {
    const encoder = createPostingsEncoder();
    for (const [row, halves] of [
      [0, 2],
      [0, 2],
      [0, 1],
      [300, 1],
    ] satisfies Posting[])
      encoder.add(row, halves);
    const bytes = encoder.take();
    expect(read(bytes)).toEqual([
      [0, 5],
      [300, 1],
    ]);
    expect([...bytes]).toEqual([0, 5, 0b1010_1100, 0b10, 1]);
  });

  it('may be of very many clauses', () => {
    const encoder = createPostingsEncoder();
    const written = Array.from({ length: 5_000 }, (_, index): Posting => [index * 1_000, index + 1]);
    for (const [row, halves] of written) encoder.add(row, halves);
    expect(read(encoder.take())).toEqual(written);
  });

  it('are refused out of the order of rows', () => {
    const encoder = createPostingsEncoder();
    encoder.add(7, 2);
    expect(() => encoder.add(6, 2)).toThrow('Expected a row behind 7, got 6.');
  });
});
