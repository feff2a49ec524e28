import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { parseHanNumber } from '../src/clauses/han-number.ts';

const lineSchema = z.object({ id: z.string(), text: z.string() });
const articleId = /^(.*?)(第[〇零一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?)$/u;

export type Article = { label: string; text: string };

/** The articles of each law by their numbers, as a law prints them; the corpus has some in another order. */
export function groupByLaw(bytes: Buffer): Map<string, Article[]> {
  const grouped = new Map<string, Article[]>();
  const json = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8');
  for (const line of json.split('\n')) {
    if (line === '') continue;
    const { id, text } = lineSchema.parse(JSON.parse(line));
    const [, title = '', label = ''] = articleId.exec(id) ?? [];
    if (label !== '') grouped.set(title, [...(grouped.get(title) ?? []), { label, text }]);
  }
  for (const articles of grouped.values()) articles.sort((left, right) => orderOf(left) - orderOf(right));
  return grouped;
}

function orderOf({ label }: Article): number {
  const [, number = '', branch = ''] = /^第(.+)条(?:之(.+))?$/u.exec(label) ?? [];
  return (parseHanNumber(number) ?? 0) + (parseHanNumber(branch) ?? 0) / 100;
}
