import { bareNumber, documentNumbersIn, isNumberedSo } from '../clauses/document-numbers.ts';
import { foldWidth } from '../clauses/fold-width.ts';
import type { IndexedDocument, KnowledgeBase } from '../knowledge/knowledge-base.ts';

/** What a law's full title begins with and its short title leaves out. */
const leading =
  /^(?:中华人民共和国|中國|(?:[\p{Script=Han}]{2,3}(?:省|市|自治区))?(?:人民政府)?(?:办公厅)?(?:关于)?(?:印发)?)/u;

/** What ends like the title of a law or a policy document. */
const titleLike =
  /《[^》]+》|(?![本该此这])[\p{Script=Han}]+(?:法|条例|办法|规定|细则|意见|方案|规划|章程|解释|民法典)(?=$|[\s,，的])|\b(?:Act|Regulation|Directive|Law|Gesetz|Verordnung|Loi|Ley|GDPR|BGB)\b/u;

const leastCharacters = 3;

/** The documents that a text names; `names` are the stretches that name them, `isElsewhere`: it names another one. */
export type NamedDocuments = { ids: ReadonlySet<string>; names: string[]; isElsewhere: boolean };

/**
 * Finds the documents that a text names by number, or by title or the title without what laws' titles begin
 * with. Of titles that contain each other the longest counts.
 */
export function documentsNamedIn(knowledge: KnowledgeBase, text: string): NamedDocuments {
  const folded = foldWidth(text);
  const numbers = documentNumbersIn(folded);
  if (numbers.length > 0) {
    const found = knowledge.listDocuments().filter(({ number }) => isNumberedSo(numbers, number));
    const names = numbers.map((written) => withoutWordsBefore(written, found));
    return { ids: idsOf(found), names, isElsewhere: found.length === 0 };
  }
  const named = knowledge.listDocuments().flatMap((document) => {
    const name = namesOf(document).find((one) => isNamedIn(one, folded));
    return name === undefined ? [] : [{ document, name }];
  });
  if (named.length === 0) return partlyNamed(knowledge, folded);
  const longest = Math.max(...named.map(({ name }) => name.length));
  const best = named.filter(({ name }) => name.length === longest);
  return {
    ids: idsOf(best.map(({ document }) => document)),
    names: best.map(({ name }) => name),
    isElsewhere: false,
  };
}

/** 跨境电商按鄂政发〔2015〕80号 is written; the number begins with 鄂政发. */
function withoutWordsBefore(written: string, documents: readonly IndexedDocument[]): string {
  const document = documents.find(({ number }) => isNumberedSo([written], number));
  if (document === undefined) return written;
  return written.slice(bareNumber(written).length - bareNumber(document.number).length);
}

/** A title of two characters (水法) is inside of many words: it must stand in brackets or before a number. */
function isNamedIn(name: string, text: string): boolean {
  if (name.length >= leastCharacters) return text.includes(name);
  return name.length === 2 && [`《${name}》`, `${name}第`].some((form) => text.includes(form));
}

/** What reads like a title is part of one (行动方案), or the title of a document that is not there. */
function partlyNamed(knowledge: KnowledgeBase, text: string): NamedDocuments {
  const [like] = titleLike.exec(text) ?? [];
  if (like === undefined) return { ids: new Set(), names: [], isElsewhere: false };
  const part = like.replace(/[《》]/gu, '');
  const found = knowledge.listDocuments().filter(({ title }) => foldWidth(title).includes(part));
  return { ids: idsOf(found), names: [part], isElsewhere: found.length === 0 };
}

/** The full title, and what is left of it without its beginning and its brackets; the longest first. */
function namesOf({ title }: IndexedDocument): string[] {
  const full = foldWidth(title).trim();
  const short = full.replace(leading, '');
  const withoutYears = short.replace(/\s*\([^)]*\)\s*$/u, '');
  return [...new Set([full, short, withoutYears])];
}

function idsOf(documents: readonly IndexedDocument[]): Set<string> {
  return new Set(documents.map(({ id }) => id));
}
