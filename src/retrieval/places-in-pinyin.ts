import { cities } from '../documents/cities.ts';
import { prefectures } from '../documents/prefectures.ts';

const latinName = /(?<!\p{L})\p{Lu}\p{Ll}+(?:['’]\p{Ll}+)*(?!\p{L})/u;
const latinNames = new RegExp(latinName, 'gu');

let loading: Promise<ReadonlyMap<string, readonly string[]>> | null = null;

/**
 * Writes the cities and prefectures that a question in Latin letters spells in Chinese, by pinyin or as they are called
 * (Xiangyang, Xi'an, Lüliang, Hohhot), where `isKnown` knows the name. Of those that sound the same (苏州 and 宿州) the
 * first that it knows.
 */
export async function writePlaces(question: string, isKnown: (name: string) => boolean): Promise<string> {
  if (!latinName.test(question)) return question;
  loading ??= loadNames();
  const names = await loading;
  return question.replace(latinNames, (word) => names.get(spelling(word))?.find(isKnown) ?? word);
}

async function loadNames(): Promise<ReadonlyMap<string, readonly string[]>> {
  const { pinyin } = await import('pinyin-pro');
  const names = new Map<string, string[]>();
  const add = (latin: string, name: string): void => {
    const known = names.get(spelling(latin)) ?? [];
    if (!known.includes(name)) names.set(spelling(latin), [...known, name]);
  };
  for (const { name, latin } of cities) add(latin, name);
  for (const name of prefectures) add(pinyin(name, { toneType: 'none', separator: '' }), name);
  return names;
}

/** Without tones and apostrophes; ü is written in several ways. */
function spelling(word: string): string {
  return word
    .toLowerCase()
    .replace(/ü|v/gu, 'u')
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '');
}
