import { describe, expect, it } from 'vitest';
import type { LateScore } from '../../src/retrieval/late-interaction.ts';
import { type Candidate, rerankCandidates } from '../../src/retrieval/rerank-candidates.ts';

const candidate = (row: number, denseZ = 0, textZ = 0): Candidate => ({
  row,
  denseZ,
  textZ,
  loss: 0,
  score: 0,
});
const late = (similarity: number): LateScore => ({
  sentence: similarity,
  clause: similarity,
  bySentence: new Map(),
});
const order = (candidates: readonly Candidate[], similarities: Record<number, number>, knownShare = 1) =>
  rerankCandidates(
    candidates,
    (row) => {
      const similarity = similarities[row];
      return similarity === undefined ? null : late(similarity);
    },
    knownShare,
  ).map(({ row }) => row);

describe('rerankCandidates', () => {
  it('puts the better word-by-word match first when the vectors do not differ', () => {
    expect(order([candidate(1), candidate(2), candidate(3)], { 1: 0.4, 2: 0.6, 3: 0.5 })).toEqual([2, 3, 1]);
  });

  it('lets full text decide between equal matches, as far as the terms are known', () => {
    const pair = [candidate(1, 1, 0), candidate(2, 1, 2)];
    expect(order(pair, { 1: 0.5, 2: 0.5 })).toEqual([2, 1]);
    expect(order(pair, { 1: 0.5, 2: 0.5 }, 0)).toEqual([1, 2]);
  });

  it('does not blow up differences that are too small to mean anything', () => {
    expect(order([candidate(1, 1), candidate(2, 0)], { 1: 0.5, 2: 0.5001 })).toEqual([1, 2]);
  });

  it('counts a clause without tokens as the least match', () => {
    expect(order([candidate(1), candidate(2), candidate(3)], { 2: 0.6, 3: 0.5 })).toEqual([2, 1, 3]);
  });

  it('keeps the order of the documents between equals, and takes no candidates at all', () => {
    expect(order([candidate(7), candidate(3)], {})).toEqual([3, 7]);
    expect(order([], {})).toEqual([]);
  });
});
