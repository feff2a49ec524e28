import { splitSentences } from '../clauses/split-sentences.ts';
import type { Span } from '../documents/source-document.ts';
import type { ClauseAssignment, IndexedClause, KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Registry } from '../responsibility/read-registry.ts';
import type { Duty, Role } from './answer.ts';
import { describeDocument } from './describe-document.ts';
import { describeClause, pathTo, quoteClause } from './quote-clause.ts';

/** A unit with all names by which the documents call it, and how often it leads and supports. */
export type Unit = {
  name: string;
  canonical: string;
  names: string[];
  region: string;
  lead: number;
  support: number;
};

/** Who leads comes first. */
const rank: Record<Role, number> = { lead: 0, joint: 1, support: 2 };

type Named = ClauseAssignment & { clause: IndexedClause; canonical: string; region: string };

/** All units that the documents name, the most often named first; names of one unit are put together. */
export function listUnits(knowledge: KnowledgeBase, registry: Registry): Unit[] {
  const units = new Map<string, Unit>();
  for (const { name, role, canonical, region } of oncePerClause(namedIn(knowledge, registry))) {
    const key = `${region}\n${canonical}`;
    const unit = units.get(key) ?? { name, canonical, names: [], region, lead: 0, support: 0 };
    units.set(key, unit);
    if (!unit.names.includes(name)) unit.names.push(name);
    if (role === 'support') unit.support += 1;
    else unit.lead += 1;
  }
  const total = ({ lead, support }: Unit): number => lead + support;
  return [...units.values()].sort((left, right) => total(right) - total(left));
}

/**
 * The duties of a unit by any of its names, old or new: an entry for each clause whose own text names it, by
 * document, leading before supporting. A quotation runs from the clause's label to the end of its first sentence.
 */
export function findDuties(knowledge: KnowledgeBase, registry: Registry, unit: string): Duty[] {
  const wanted = /\p{Script=Han}/u.test(unit) ? unit.replace(/\s+/gu, '') : unit.trim();
  const found = namedIn(knowledge, registry).filter(
    ({ name, region }) => name === wanted || registry.areOne(name, wanted, region),
  );
  const documents = new Map(knowledge.listDocuments().map(({ id }, index) => [id, index]));
  const place = ({ clause }: Named): number => documents.get(clause.documentId) ?? 0;
  return oncePerClause(found)
    .toSorted((left, right) => place(left) - place(right) || rank[left.role] - rank[right.role])
    .flatMap((named) => toDuty(knowledge, named));
}

/** A clause that names a unit several times is one duty, in the role that says most. */
function oncePerClause(named: readonly Named[]): Named[] {
  const byClause = new Map<string, Named>();
  for (const one of named) {
    const key = `${one.clauseRow}\n${one.canonical}`;
    const other = byClause.get(key);
    if (other === undefined || rank[one.role] < rank[other.role]) byClause.set(key, one);
  }
  return [...byClause.values()];
}

function toDuty(knowledge: KnowledgeBase, { clause, name, role }: Named): Duty[] {
  const document = knowledge.findDocument(clause.documentId);
  if (document === null) return [];
  const { quote, span } = quoteClause(knowledge, clause, firstSentence(knowledge, clause), 1);
  return [
    {
      unit: name,
      role,
      clause: describeClause(clause, pathTo(knowledge, clause)),
      document: describeDocument(document),
      quote,
      span,
    },
  ];
}

/** From the label to the end of the first full sentence behind the heading. */
function firstSentence(knowledge: KnowledgeBase, clause: IndexedClause): Span {
  const text = knowledge.textOf(clause.documentId);
  const { noise } = knowledge.reportOf(clause.documentId);
  const body = { start: clause.bodyStart, end: clause.ownSpan.end };
  const [first] = splitSentences(text, body, noise);
  const start = clause.span.start;
  const end = first?.end ?? start + text.slice(start, clause.ownSpan.end).trimEnd().length;
  return { start, end: Math.max(end, start + 1) };
}

function namedIn(knowledge: KnowledgeBase, registry: Registry): Named[] {
  return knowledge.listAssignments().flatMap((assignment) => {
    const clause = knowledge.clauseAt(assignment.clauseRow);
    if (clause === null) return [];
    const region = knowledge.findDocument(clause.documentId)?.region ?? '';
    return [{ ...assignment, clause, region, canonical: registry.canonicalOf(assignment.name, region) }];
  });
}
