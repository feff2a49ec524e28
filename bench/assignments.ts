/**
 * Compares who is responsible, as the program reads it, with what an annotator wrote down by reading.
 *
 *     node build/bench/assignments.js DOCUMENT…
 *
 * Beside each document lies DOCUMENT without its extension + `.expected.jsonl`: a line for each statement,
 * `{"clause": "the clause's first characters", "evidence": "…", "units": [{"name","role"}], "section"?: "…"}`. A
 * statement is right when all its units are carried by that clause (or section) with these names and roles.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import { z } from 'zod';
import { type Clause, walkClauses } from '../src/clauses/clause.ts';
import { parseDocument } from '../src/clauses/parse-document.ts';
import { readDocument } from '../src/documents/read-document.ts';
import { assignResponsibility } from '../src/responsibility/assign-responsibility.ts';
import type { Assignment } from '../src/responsibility/assignment.ts';

const statement = z.object({
  clause: z.string(),
  evidence: z.string(),
  section: z.string().optional(),
  units: z.array(z.object({ name: z.string(), role: z.string() })),
});

const bare = (text: string): string => text.replace(/[\s|*#]/gu, '');
const total = { expected: 0, found: 0, right: 0 };

for (const path of process.argv.slice(2)) {
  const expectedPath = `${path.slice(0, path.length - extname(path).length)}.expected.jsonl`;
  if (!existsSync(expectedPath)) continue;
  const document = await readDocument({
    root: dirname(resolve(path)),
    path: resolve(path),
    name: basename(path),
  });
  const { root, noise } = parseDocument(document.id, document.text, 'title', document.layout);
  const { byClause } = assignResponsibility(document.text, root, noise);
  const found = new Map<string, { clause: Clause; assignment: Assignment }>();
  for (const clause of walkClauses(root)) {
    for (const assignment of byClause.get(clause.id) ?? []) {
      found.set(`${clause.id}\n${assignment.name}\n${assignment.role}\n${assignment.scope?.start}`, {
        clause,
        assignment,
      });
    }
  }
  const expected = readFileSync(expectedPath, 'utf8')
    .trim()
    .split('\n')
    .map((line) => statement.parse(JSON.parse(line)))
    .flatMap(({ units, ...rest }) => units.map((unit) => ({ ...rest, ...unit })));
  const left = new Map(found);
  const missed: string[] = [];
  for (const { clause: name, section, units: _, evidence, ...unit } of expected as Array<{
    clause: string;
    section?: string;
    evidence: string;
    name: string;
    role: string;
    units?: unknown;
  }>) {
    const wanted = bare(section ?? name);
    const match = [...left].find(([, { clause, assignment }]) => {
      const begins = bare(document.text.slice(clause.span.start, clause.span.start + 200)).startsWith(wanted);
      const isRow = bare(document.text.slice(assignment.scope?.start, assignment.scope?.end)).startsWith(
        wanted,
      );
      return (begins || isRow) && assignment.name === unit.name && assignment.role === unit.role;
    });
    if (match === undefined)
      missed.push(`${wanted.slice(0, 12)} … ${unit.name} ${unit.role}  (${evidence.slice(0, 60)})`);
    else left.delete(match[0]);
  }
  total.expected += expected.length;
  total.found += found.size;
  total.right += expected.length - missed.length;
  console.log(
    `${basename(path)}: ${expected.length - missed.length} of ${expected.length}, ${left.size} more found`,
  );
  for (const line of missed) console.log(`  missed   ${line}`);
  for (const { clause, assignment } of left.values()) {
    const { start, end } = assignment.evidence;
    console.log(
      `  invented ${bare(document.text.slice(clause.span.start, clause.span.start + 12))} … ${assignment.name} ${assignment.role}  (${document.text.slice(start, end).replace(/\s+/gu, ' ').slice(0, 60)})`,
    );
  }
}
const precision = total.right / total.found;
const recall = total.right / total.expected;
console.log(
  `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${((2 * precision * recall) / (precision + recall)).toFixed(3)}`,
);
