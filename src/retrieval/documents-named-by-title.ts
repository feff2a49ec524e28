import { simplifyHan } from '../documents/simplify-han.ts';
import type { IndexedDocument, KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { searchTerms } from '../knowledge/search-terms.ts';
import { titleWords } from './title-words.ts';

/** A question that says so names a document, not only a subject. */
const chineseKind =
  /(?<!什么|哪些|没有|有何|怎样的|有|的)(意见|方案|计划|规划|办法|条例|细则|通知|章程)(?!怎么|如何|是什么)/gu;

/** More documents are not told apart by a few words of their titles. */
const mostDocuments = 2_000;
/** A title must share this much more than the next, and at least so much, in units of rarity. */
const lead = 0.3;
const least = 1;

/** So many characters of a document without a title are read for what it is. */
const mostOpening = 400;

type Titles = { terms: Map<string, Set<string>>; weight: (term: string) => number };
const titlesByKnowledge = new WeakMap<KnowledgeBase, Titles>();

/**
 * The documents that a question names by the words of their titles, in any order: 智慧湖北行动方案, the Smart Hubei action
 * plan. Empty where it names none, or where several titles are met alike.
 */
export function documentsNamedByTitle(
  knowledge: KnowledgeBase,
  question: string,
  among: (documentId: string) => boolean,
): ReadonlySet<string> {
  const foreign = titleWords.filter(({ pattern }) => pattern.test(question));
  const isHan =
    /\p{Script=Han}/u.test(question) && !/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(question);
  const kinds = isHan
    ? [...simplifyHan(question).matchAll(chineseKind)].map(([kind]) => kind)
    : foreign.filter(({ kind }) => kind === true).map(({ chinese }) => chinese);
  if (kinds.length === 0 || knowledge.manifest.documents > mostDocuments) return new Set();
  const { terms, weight } = titlesOf(knowledge);
  const asked = new Set(
    searchTerms([question, ...(isHan ? [] : foreign.map(({ chinese }) => chinese))].join(' ')),
  );
  const all = [...terms].filter(([id]) => among(id));
  const kindTerms = searchTerms(kinds.join(' '));
  const ofKind = all.filter(([, held]) => kindTerms.some((kind) => held.has(kind)));
  // 有什么办法 asks for a way: without a document of that kind none is named. What kinds are called in other languages
  // is only roughly told.
  const scores = (ofKind.length > 0 || isHan ? ofKind : all)
    .map(([id, held]) => ({
      id,
      score: [...held].reduce((sum, term) => sum + (asked.has(term) ? weight(term) : 0), 0),
    }))
    .sort((left, right) => right.score - left.score);
  const [best, next] = scores;
  const isNamed = best !== undefined && best.score >= least && best.score - (next?.score ?? 0) >= lead;
  return new Set(isNamed ? [best.id] : []);
}

/** The title; of a document without one what its opening says that it is (…，制定本实施方案), without what it cites. */
function nameOf(knowledge: KnowledgeBase, { id, title, name }: IndexedDocument): string {
  if (!name.startsWith(title)) return title;
  const [opening = ''] = knowledge
    .textOf(id)
    .slice(0, mostOpening)
    .trim()
    .split(/\n\s*\n/u);
  return opening.replace(/《[^》]*》/gu, ' ');
}

function titlesOf(knowledge: KnowledgeBase): Titles {
  const known = titlesByKnowledge.get(knowledge);
  if (known !== undefined) return known;
  const documents = knowledge.listDocuments();
  const terms = new Map(documents.map((one) => [one.id, new Set(searchTerms(nameOf(knowledge, one)))]));
  const counts = new Map<string, number>();
  for (const held of terms.values()) for (const term of held) counts.set(term, (counts.get(term) ?? 0) + 1);
  const titles: Titles = {
    terms,
    weight: (term) => Math.log((documents.length + 1) / ((counts.get(term) ?? 0) + 0.5)),
  };
  titlesByKnowledge.set(knowledge, titles);
  return titles;
}
