import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Answer } from '../src/answer/answer.ts';
import { openDocuments } from './open-documents.ts';
import { percentile } from './percentile.ts';

/**
 * Asks who is responsible and what units are responsible for. A question for who is right when the set of names is
 * exactly the expected one, by name as printed; of one whether a unit takes part the reply must say so too. Duties are
 * measured by F1 over the clauses.
 * Usage: node build/bench/who-questions.js FILE.jsonl [--misses]
 */
const place = z.object({ document: z.string(), contains: z.string() });
const lineSchema = z.discriminatedUnion('kind', [
  z.object({
    ...{ id: z.string(), lang: z.string(), text: z.string(), kind: z.literal('responsible') },
    gold: place.extend({ units: z.array(z.string()) }),
  }),
  z.object({
    ...{ id: z.string(), lang: z.string(), text: z.string(), kind: z.literal('takes-part') },
    gold: place.extend({ units: z.array(z.string()), unit: z.string(), answer: z.boolean() }),
  }),
  z.object({
    ...{ id: z.string(), lang: z.string(), text: z.string(), kind: z.literal('duties') },
    gold: z.object({ unit: z.string(), clauses: z.array(place) }),
  }),
]);
type WhoQuestion = z.infer<typeof lineSchema>;

const [file, ...flags] = process.argv.slice(2);
if (file === undefined) throw new Error('Usage: node build/bench/who-questions.js FILE.jsonl [--misses]');
const { knowledge, answer, close } = await openDocuments();
const questions = (await readFile(file, 'utf8'))
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => lineSchema.parse(JSON.parse(line)));

const who = { right: 0, all: 0 };
const duties = { found: 0, expected: 0, right: 0, questions: 0 };
const times: number[] = [];
await answer({ id: 'warm', text: '智慧社区由谁负责？' });
for (const question of questions) {
  const answered = await answer({ id: question.id, text: question.text });
  times.push(answered.timings.totalMs);
  if (question.kind === 'duties') measureDuties(question, answered);
  else measureWho(question, answered);
}
console.log(`who: exact set ${who.right} of ${who.all}`);
const precision = duties.right / Math.max(duties.found, 1);
const recall = duties.right / Math.max(duties.expected, 1);
const f1 = (2 * precision * recall) / Math.max(precision + recall, 1e-9);
console.log(
  `duties: ${duties.questions} questions, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}`,
);
console.log(`p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms`);
await close();

function measureWho(question: Exclude<WhoQuestion, { kind: 'duties' }>, answered: Answer): void {
  who.all += 1;
  const names = [...new Set(answered.responsible.map(({ name }) => name))].sort();
  const expected = [...new Set(question.gold.units)].sort();
  const isSame = names.join('\n') === expected.join('\n');
  const isNo = /否|いいえ|아니|^No|Nein|Non/u.test(answered.reply);
  const isYes = /是，|はい|^예|^Yes|^Ja|^Oui|^Sí/u.test(answered.reply);
  const isSaid = question.kind === 'responsible' || (question.gold.answer ? isYes : isNo);
  if (isSame && isSaid) who.right += 1;
  else if (flags.includes('--misses'))
    console.log(
      `${question.id} ${question.text}\n   ${answered.kind} ${answered.reply} ${answered.answers.map(({ citation, score }) => `${citation.slice(-24)} ${score.toFixed(2)}`).join(' ; ')}\n   got ${names.join('、')}\n   expected ${expected.join('、')} (${question.gold.contains})`,
    );
}

function measureDuties(question: Extract<WhoQuestion, { kind: 'duties' }>, answered: Answer): void {
  duties.questions += 1;
  const found = answered.duties.map(({ clause }) => knowledge.findClause(clause.id));
  const isRight = (wanted: z.infer<typeof place>): boolean =>
    found.some((clause) => {
      if (clause === null) return false;
      const document = knowledge.findDocument(clause.documentId);
      const own = knowledge.textOf(clause.documentId).slice(clause.span.start, clause.ownSpan.end);
      return (
        document?.name === wanted.document &&
        own.replace(/\s+/gu, '').includes(wanted.contains.replace(/\s+/gu, ''))
      );
    });
  const missing = question.gold.clauses.filter((wanted) => !isRight(wanted));
  duties.expected += question.gold.clauses.length;
  duties.found += found.length;
  duties.right += question.gold.clauses.length - missing.length;
  if (flags.includes('--misses') && (missing.length > 0 || found.length !== question.gold.clauses.length))
    console.log(
      `${question.id} ${question.text}\n   ${answered.kind} ${answered.reply} found ${found.length}, expected ${question.gold.clauses.length}; missing ${missing.map(({ contains }) => contains).join(' | ')}`,
    );
}
