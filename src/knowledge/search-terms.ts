import { simplifyHan } from '../documents/simplify-han.ts';

/** Scripts that write words without spaces between them: searched by overlapping pairs of characters. */
const spacelessRun =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/u;
const spacelessRuns = new RegExp(`(${spacelessRun.source})`, 'u');
const word = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * Cuts a text into the terms of the full-text index: pairs of characters for scripts without spaces (a
 * segmenter ranks no better and needs a dictionary), lower-case words for the others. NFKC, so that full- and
 * half-width forms meet; simplified, so that both Chinese scripts do.
 */
export function searchTerms(text: string): string[] {
  return [...simplifyHan(text.normalize('NFKC').toLowerCase()).matchAll(word)].flatMap(([run]) =>
    run.split(spacelessRuns).flatMap((part) => {
      if (part === '') return [];
      return spacelessRun.test(part) ? characterPairs(part) : [part];
    }),
  );
}

function characterPairs(run: string): string[] {
  const characters = [...run];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
