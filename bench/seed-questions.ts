import { basename } from 'node:path';
import type { Quotation } from '../src/answer/answer.ts';
import type { KnowledgeBase } from '../src/knowledge/knowledge-base.ts';
import { openDocuments } from './open-documents.ts';
import { type BenchQuestion, readQuestions } from './question-file.ts';

/**
 * Asks every question of a file and counts how often the right clause comes first, or among the first three.
 * A clause is right when its own text holds the verbatim piece that the file names, whether it was given as an
 * answer or, with a refusal, as the nearest clause; refusals are counted beside.
 * Usage: node build/bench/seed-questions.js FILE.jsonl [--misses]
 */
const [file, ...flags] = process.argv.slice(2);
if (file === undefined) throw new Error('Usage: node build/bench/seed-questions.js FILE.jsonl [--misses]');

const { knowledge, answer, close } = await openDocuments();
const questions = await readQuestions(file);

const ranks = new Map<BenchQuestion, number>();
const refused = new Set<BenchQuestion>();
for (const question of questions) {
  const { kind, answers, nearest } = await answer({ id: question.id, text: question.text });
  if (kind === 'not-found') refused.add(question);
  const shown = [...answers, ...nearest];
  ranks.set(question, shown.findIndex((quotation) => isRight(knowledge, quotation, question)) + 1);
  if (flags.includes('--misses') && ranks.get(question) !== 1) {
    console.log(`${question.id} [${ranks.get(question)}] ${question.text}`);
    for (const { citation, score, quote } of shown) {
      console.log(`     ${score.toFixed(2)} ${citation}: ${quote.slice(0, 50).replace(/\s+/gu, ' ')}`);
    }
  }
}
report('all', questions);
for (const language of new Set(questions.map(({ lang }) => lang))) {
  report(
    language,
    questions.filter(({ lang }) => lang === language),
  );
}
report(
  'zh, other words',
  questions.filter(({ lang, paraphrase }) => lang === 'zh' && paraphrase),
);
await close();

function report(name: string, group: readonly BenchQuestion[]): void {
  if (group.length === 0) return;
  const share = (most: number): string => {
    const hits = group.filter((question) => isWithin(ranks.get(question) ?? 0, most)).length;
    return `${hits}/${group.length} = ${(hits / group.length).toFixed(3)}`;
  };
  const refusals = `refused ${group.filter((question) => refused.has(question)).length}/${group.length}`;
  const hits = group.some(({ gold }) => gold.length > 0) ? `hit@1 ${share(1)}   hit@3 ${share(3)}   ` : '';
  console.log(`${name.padEnd(16)} ${hits}${refusals}`);
}

function isWithin(rank: number, most: number): boolean {
  return rank >= 1 && rank <= most;
}

function isRight(base: KnowledgeBase, quotation: Quotation, question: BenchQuestion): boolean {
  const clause = base.findClause(quotation.clause.id);
  if (clause === null) return false;
  const own = base.textOf(clause.documentId).slice(clause.ownSpan.start, clause.ownSpan.end);
  return question.gold.some(
    ({ document, contains }) => basename(quotation.document.path) === document && own.includes(contains),
  );
}
