import { readFile } from 'node:fs/promises';
import { type Clause, walkClauses } from '../src/clauses/clause.ts';
import { parseDocument } from '../src/clauses/parse-document.ts';
import { type Article, groupByLaw } from './group-by-law.ts';

/**
 * Puts the articles of a corpus together into whole laws and parses them: how many article labels are found at
 * their place, and how many clauses are taken for divisions of a law (part, chapter, section, article) that are
 * none. A label that the corpus lacks, because one of its records holds several articles, is counted by itself.
 * The corpus has an id a line that ends in the article's label (中华人民共和国刑法第一条).
 * Usage: node build/bench/laws.js CORPUS.jsonl[.gz] [--misses]
 */
const divisions = new Set(['part', 'chapter', 'section', 'article']);

const [file, ...flags] = process.argv.slice(2);
if (file === undefined) throw new Error('Usage: node build/bench/laws.js CORPUS.jsonl[.gz] [--misses]');
const laws = groupByLaw(await readFile(file));

const totals = { articles: 0, found: 0, unlisted: 0, clauses: 0, false: 0, characters: 0 };
const started = performance.now();
for (const [title, articles] of laws) measure(title, articles);
const seconds = (performance.now() - started) / 1000;

const share = totals.found / totals.articles;
const falsePerHundred = (100 * totals.false) / totals.clauses;
console.log(`${laws.size} laws, ${totals.articles} articles, ${totals.clauses} clauses`);
console.log(`article labels at their place, in order: ${totals.found} = ${(100 * share).toFixed(2)}%`);
console.log(`false divisions: ${totals.false} = ${falsePerHundred.toFixed(3)} per 100 clauses`);
console.log(`articles found inside a record of another: ${totals.unlisted}`);
console.log(`${((totals.characters / 1e6 / seconds) * 60).toFixed(0)} million characters a minute`);

function measure(title: string, articles: readonly Article[]): void {
  let text = `${title}\n`;
  const expected = new Map<number, string>();
  for (const { label, text: body } of articles) {
    expected.set(text.length, label);
    text += `${label}　${body}\n`;
  }
  const clauses = [...walkClauses(parseDocument('d', text, title).root)].slice(1);
  if (!isCovered(text, clauses)) throw new Error(`The clauses of ${title} do not cover its text.`);
  const taken = clauses.filter(({ kind }) => divisions.has(kind));
  const isRight = ({ span, label }: Clause): boolean =>
    expected.get(span.start) === label.replace(/\s/gu, '');
  const hits = taken.filter(isRight).map(({ span }) => span.start);
  const listed = new Set(expected.values());
  const others = taken.filter((clause) => !isRight(clause));
  const wrong = others.filter(
    ({ kind, label }) => kind !== 'article' || listed.has(label.replace(/\s/gu, '')),
  );
  totals.articles += articles.length;
  totals.found += hits.length;
  totals.clauses += clauses.length;
  totals.false += wrong.length;
  totals.unlisted += others.length - wrong.length;
  totals.characters += text.length;
  if (!flags.includes('--misses')) return;
  for (const [at, label] of expected) if (!hits.includes(at)) console.log(`missed ${title} ${label}`);
  for (const { span } of wrong) console.log(`false  ${title} ${text.slice(span.start, span.start + 40)}`);
}

/** The own spans of the clauses follow each other without gap or overlap, behind the title. */
function isCovered(text: string, clauses: readonly Clause[]): boolean {
  let at = clauses[0]?.ownSpan.start ?? text.length;
  for (const { ownSpan } of clauses) {
    if (ownSpan.start !== at) return false;
    at = ownSpan.end;
  }
  return at === text.length;
}
