import { foldText } from '../clauses/fold-text.ts';
import { simplifyHan } from '../documents/simplify-han.ts';
import type { Embedder } from '../embedding/embedder.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { searchTerms } from '../knowledge/search-terms.ts';
import { bareLanguage, corpusLanguage } from './corpus-language.ts';
import { denseScores } from './dense-scores.ts';
import { detectLanguage } from './detect-language.ts';
import type { NearestTokens } from './kernel/create-token-kernel.ts';
import { createLateInteraction } from './late-interaction.ts';
import { scorePassages } from './passage-scores.ts';
import type { SearchResult } from './ranked-clause.ts';
import { type QuestionScope, readScope } from './read-scope.ts';
import { byScore, type Candidate, rerankCandidates } from './rerank-candidates.ts';
import { supportOfWorks } from './support-of-works.ts';
import { type TextScores, textScores } from './text-scores.ts';

/** How many passages the vector search brings at least. */
const leastPool = 200;

/** How many clauses the full text adds to those that the vectors found. */
const textPool = 50;

/** How many clauses of the first search are looked at for their document's region. */
const mostLookedAt = 40;

/** How many clauses are compared with the question word by word, and handed on. */
const mostRanked = 24;

/**
 * Weight of BM25 against the vectors in the first search when all terms of a question occur in the documents:
 * on Chinese public sets 0.3 to 0.5 is best and better than reciprocal rank fusion.
 */
const fullTextWeight = 0.4;

/**
 * Ranks the clauses of the documents for a question. A first search fuses vectors and BM25, both normalised
 * over the whole corpus; full text counts by the share of the question's terms that the documents have at all,
 * so that it is silent across languages, and clauses of one work support each other. The best are then compared with
 * the question word by word.
 * @param depth how many clauses are handed on; those beyond the ones that are compared keep the order of the first
 * search.
 */
export async function searchClauses(
  deps: { knowledge: KnowledgeBase; embedder: Embedder; nearestTokens: NearestTokens },
  question: string,
  depth = mostRanked,
): Promise<SearchResult> {
  const { knowledge } = deps;
  const started = performance.now();
  const asked = foldText(question);
  const language = bareLanguage(await detectLanguage(asked));
  const corpus = await corpusLanguage(knowledge);
  const isForeign = language !== bareLanguage(corpus);
  // The model reads a question best in the documents' own script.
  const folded = corpus === 'zh' ? simplifyHan(asked) : asked;
  // The model runs in its own thread: full text is searched meanwhile.
  const embedding = deps.embedder.embedQuestion(folded, isForeign ? language : undefined);
  embedding.catch(() => undefined);
  const text = textScores(knowledge, [...new Set(searchTerms(folded))]);
  const textDone = performance.now();
  const { vector, tokens } = await embedding;
  const embedded = performance.now();
  const passages = scorePassages(knowledge, vector);
  const scope = readScope(knowledge, question);
  const found = firstSearch(knowledge, denseScores(knowledge, passages, poolFor(depth)), text, scope, depth);
  const candidates = found.slice(0, mostRanked);
  const late = createLateInteraction(knowledge, tokens, deps.nearestTokens);
  const ranked = late === null ? candidates : rerankCandidates(candidates, late, text.knownShare, isForeign);
  const clauses = [...ranked, ...found.slice(mostRanked)].flatMap(({ row, ...scores }) => {
    const clause = knowledge.clauseAt(row);
    return clause === null ? [] : [{ clause, late: null, ...scores }];
  });
  const searchMs = textDone - started + (performance.now() - embedded);
  return {
    clauses,
    question,
    textOf: ({ documentId, ownSpan }) => knowledge.textOf(documentId).slice(ownSpan.start, ownSpan.end),
    isForeign,
    elsewhere: scope?.elsewhere ?? null,
    termWeights: text.termWeights,
    textWeight: fullTextWeight * text.knownShare,
    passageScore: passages.of,
    timings: { embedMs: embedded - textDone, searchMs },
  };
}

/** A clause has several passages: of so many the wanted number of clauses is made. */
function poolFor(depth: number): number {
  return Math.max(leastPool, 4 * depth);
}

function firstSearch(
  knowledge: KnowledgeBase,
  dense: ReadonlyMap<number, number>,
  text: TextScores,
  scope: QuestionScope | null,
  depth: number,
): Candidate[] {
  // A clause that only the full text found has at most the similarity of the last neighbour.
  const farthest = Math.min(...dense.values(), 0);
  const rows = new Set([...dense.keys(), ...text.best(Math.max(textPool, depth))]);
  const found = [...rows].map((row) => {
    const denseZ = dense.get(row) ?? farthest;
    const textZ = text.of(row);
    return { row, denseZ, textZ, loss: 0, score: denseZ + fullTextWeight * text.knownShare * textZ };
  });
  const supportOf = supportOfWorks(knowledge, found);
  return found
    .map((candidate) => ({ ...candidate, score: candidate.score + supportOf(candidate.row) }))
    .sort(byScore)
    .slice(0, Math.max(mostLookedAt, depth))
    .map((candidate) => {
      const loss = scope?.lossOf(candidate.row) ?? 0;
      return { ...candidate, loss, score: candidate.score - loss };
    })
    .sort(byScore)
    .slice(0, Math.max(mostRanked, depth));
}
