import { expect, it } from 'vitest';
import { readSurprisals } from '../../src/embedding/read-surprisals.ts';

it('reads how rare each piece of a unigram vocabulary is, by its id', () => {
  const vocab = [['<s>', 0], ['▁the', -7.25], ['▁broadband', -12.5], 'damaged'];
  expect(readSurprisals({ model: { type: 'Unigram', vocab } })).toEqual(Float32Array.of(0, 7.25, 12.5, 0));
});

it.each([{}, { model: { type: 'BPE', vocab: {} } }])('has none for another tokenizer: %j', (pieces) => {
  expect(readSurprisals(pieces)).toBeNull();
});
