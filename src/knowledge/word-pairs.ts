/** Scripts that put no space between words: each of their characters counts as a word. */
const spaceless = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}';
const word = new RegExp(`[${spaceless}]|(?:(?![${spaceless}])[\\p{L}\\p{M}\\p{N}])+`, 'gu');

/** What a text is compared by: how often two words stand side by side. `words` counts all of its words. */
export type WordPairs = { words: number; pairs: ReadonlyMap<string, number> };

/** Counts the pairs of neighbouring words; marks and white space do not count. */
export function countWordPairs(text: string): WordPairs {
  const words = text.toLowerCase().match(word) ?? [];
  const pairs = new Map<string, number>();
  for (const [index, first] of words.entries()) {
    const second = words[index + 1];
    if (second === undefined) break;
    const pair = `${first} ${second}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return { words: words.length, pairs };
}

/** 0 for texts that share no pair of words, 1 for those that share all (Dice's coefficient). */
export function similarityOf(one: WordPairs, other: WordPairs): number {
  const total = Math.max(0, one.words - 1) + Math.max(0, other.words - 1);
  if (total === 0) return 0;
  let shared = 0;
  for (const [pair, count] of one.pairs) shared += Math.min(count, other.pairs.get(pair) ?? 0);
  return (2 * shared) / total;
}
