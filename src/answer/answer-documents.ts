import { yearsNamedIn } from '../documents/named-years.ts';
import { regionsNamedIn } from '../documents/regions.ts';
import type { IndexedDocument, KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Quotation } from './answer.ts';
import { type AnswerContent, answerContent } from './answer-content.ts';
import type { Phrases } from './phrases.ts';
import { quoteClause } from './quote-clause.ts';

/** How people ask which documents there are. */
const asksForDocuments =
  /(?:有|收录|收錄|收了|包含|索引|存)(?:了|着)?(?:哪些|哪几份|哪幾份|几份|幾份|多少份?|什么|什麼)(?:政策|法规|法規)?(?:文件|文档|文檔|资料|資料|规定|法律|法规)|(?:哪些|哪几份|哪几个|哪幾份|什么|什麼)(?:政策|法规|法規)?(?:文件|文档|文檔|资料|資料)(?:可以|能|可)?(?:查|问|問|搜|检索|用)?(?:呢|吗|嗎)?[?？。\s]*$|(?:列出|看看|显示|顯示|给我|給我).{0,6}(?:文件|文档|文檔)(?:列表|清单|清單|目录|目錄)?[?？。\s]*$|(?:文件|文档|文檔)(?:列表|清单|清單|目录|目錄)[?？。\s]*$|\b(?:which|what) (?:\w+ )?(?:documents|files|papers|policies|regulations)\b.*\b(?:there|have|indexed|available|know|search|hold|cover|contain|loaded)\b|\blist (?:all |the |your )*(?:documents|files|papers)\b|どんな(?:文書|資料|ファイル)|どの(?:文書|資料)が(?:あり|登録|検索)|文書の?一覧|어떤 (?:문서|자료)(?:가|를)? ?(?:있|검색|등록)|문서 목록|welche dokumente|dokumentenliste|quels documents|liste des documents|qué documentos|lista de documentos/iu;

const mostShown = 20;

/**
 * Lists the documents of the index, those of a region or year first chosen where the question names one; each is quoted
 * by its beginning. Null when the question asks for something else.
 */
export function answerDocuments(
  knowledge: KnowledgeBase,
  question: string,
  phrases: Phrases,
): AnswerContent | null {
  if (!asksForDocuments.test(question)) return null;
  const all = knowledge.listDocuments();
  const regions = new Set(regionsNamedIn(question));
  const years = yearsNamedIn(question);
  const wanted = all.filter(
    ({ region, issuedOn, title }) =>
      (regions.size === 0 || regions.has(region)) &&
      (years.size === 0 ||
        [...yearsNamedIn(`${title} ${issuedOn.slice(0, 4)}`)].some((year) => years.has(year))),
  );
  const documents = wanted.length > 0 ? wanted : all;
  const answers = documents
    .slice(0, mostShown)
    .map((document) => quoteBeginning(knowledge, document))
    .filter((quotation) => quotation !== null);
  const reply = phrases.documents.replace('{count}', String(documents.length));
  return answerContent({ kind: 'documents', reply, confidence: 1, answers });
}

/** The line that holds the title, or else the first that holds anything. */
function quoteBeginning(knowledge: KnowledgeBase, document: IndexedDocument): Quotation | null {
  const [root] = knowledge.clausesOf(document.id);
  if (root === undefined) return null;
  const text = knowledge.textOf(document.id);
  const titled = document.title === '' ? -1 : text.indexOf(document.title);
  const start = titled >= 0 ? titled : text.search(/\S/u);
  if (start < 0) return null;
  const line = titled >= 0 ? document.title.length : text.slice(start).search(/[\n\r]|$/u);
  return quoteClause(knowledge, root, { start, end: start + Math.max(line, 1) }, 1);
}
