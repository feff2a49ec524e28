import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { detectLanguage } from './detect-language.ts';

/** So many documents, at even distances, are looked at, each at its beginning. */
const mostDocuments = 20;
const mostCharacters = 400;

const byKnowledge = new WeakMap<KnowledgeBase, Promise<string>>();

/** The language of most of the documents, as a BCP 47 tag: zh-Hant for traditional Chinese. An empty index has none. */
export function corpusLanguage(knowledge: KnowledgeBase): Promise<string> {
  const known = byKnowledge.get(knowledge);
  if (known !== undefined) return known;
  const found = detect(knowledge);
  byKnowledge.set(knowledge, found);
  return found;
}

async function detect(knowledge: KnowledgeBase): Promise<string> {
  const documents = knowledge.listDocuments();
  const step = Math.max(1, documents.length / mostDocuments);
  const counts = new Map<string, number>();
  for (let at = 0; at < documents.length; at += step) {
    const id = documents[Math.floor(at)]?.id ?? '';
    const language = await detectLanguage(knowledge.textOf(id).slice(0, mostCharacters));
    counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].sort(([, left], [, right]) => right - left)[0]?.[0] ?? '';
}

/** zh-Hant is zh. */
export function bareLanguage(tag: string): string {
  return tag.split('-')[0] ?? tag;
}
