import { withoutNumbers } from '../clauses/document-numbers.ts';
import { foldText } from '../clauses/fold-text.ts';
import { simplifyHan } from '../documents/simplify-han.ts';
import { simplifyKanji } from '../documents/simplify-kanji.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { searchTerms } from '../knowledge/search-terms.ts';
import { bareLanguage, corpusLanguage } from './corpus-language.ts';
import { detectLanguage } from './detect-language.ts';
import { writePlaces } from './places-in-pinyin.ts';
import type { QuestionScope } from './read-scope.ts';
import { withoutScope } from './without-scope.ts';

/**
 * What is searched for: `text` by the model, `terms` in the full text; `foreign` is its language where the documents are in
 * another.
 */
export type SearchedWords = { text: string; terms: string; foreign: string | undefined };

/**
 * Makes of a question what is searched for: folded, without the number of a document, in the documents' own
 * script, which the model reads best; in another
 * language than theirs without what only tells which document is meant, and with places as the documents write them.
 */
export async function searchedWords(
  knowledge: KnowledgeBase,
  question: string,
  scope: QuestionScope | null,
): Promise<SearchedWords> {
  const asked = withoutNumbers(foldText(question), scope?.numbers ?? []);
  const language = bareLanguage(await detectLanguage(asked));
  const corpus = await corpusLanguage(knowledge);
  const written = (text: string): string => (corpus === 'zh' ? simplifyHan(text) : text);
  if (language === bareLanguage(corpus)) {
    const text = written(asked);
    return { text, terms: text, foreign: undefined };
  }
  const rest = scope === null ? asked : withoutScope(asked, scope.provinces, scope.documents.size > 0);
  const text = await writePlaces(rest, (name) => isNamed(knowledge, name));
  // The model knows Japanese as it is written in Japan; documents have 发展 for 発展.
  const terms = corpus === 'zh' ? simplifyKanji(text) : text;
  return { text: written(text), terms, foreign: language };
}

function isNamed(knowledge: KnowledgeBase, place: string): boolean {
  return searchTerms(place).every((term) => knowledge.clausesWithTerm(term) > 0);
}
