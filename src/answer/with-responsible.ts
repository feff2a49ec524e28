import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Registry } from '../responsibility/read-registry.ts';
import type { Quotation, Responsible } from './answer.ts';
import type { AnswerContent } from './answer-content.ts';
import { findResponsible, namesUnits } from './find-responsible.ts';
import type { Phrases } from './phrases.ts';
import type { Intent } from './read-intent.ts';
import type { UnitQuestion } from './read-unit-question.ts';

type Deps = { knowledge: KnowledgeBase; registry: Registry };
type Named = { quotation: Quotation; units: Responsible[] };

/** A clause that names nobody gives way to one that does when its score is this near, in standard deviations. */
const asGood = 0.4;
/** The same where its whole document names nobody, so that it cannot have been meant. */
const asGoodElsewhere = 0.9;

/**
 * Adds who is responsible for the clause that answers, when the question asks for that, and whether the unit that it
 * names is among them; the other clauses are left out. Nobody is taken from elsewhere: a clause that names no one is
 * said to name no one.
 */
export function withResponsible(
  deps: Deps,
  content: AnswerContent,
  intent: Intent | UnitQuestion,
  phrases: Phrases,
): AnswerContent {
  if (intent.kind === 'clauses' || intent.kind === 'duties' || content.answers.length === 0) return content;
  const [first, ...others] = withoutOpenings(content.answers.map((quotation) => namedBy(deps, quotation)));
  if (first === undefined) return content;
  const isUnitless = first.units.length === 0 && !namesUnits(deps.knowledge, first.quotation.document.id);
  const roles = intent.kind === 'responsible' ? intent.roles : null;
  const chosen =
    first.units.length > 0
      ? (inAskedRole(first, others, roles) ?? first)
      : (asGoodAs(first, others, isUnitless) ?? first);
  // A law that says who bears a risk names no units: its clause is the answer.
  if (chosen === first && isUnitless && intent.kind === 'responsible') return content;
  const shown =
    chosen === first ? newestFirst([chosen, ...differing(chosen, others, intent.topic)]) : [chosen];
  const units = shown.flatMap((one) =>
    intent.kind === 'responsible' ? inRole(one.units, intent.roles) : one.units,
  );
  return {
    ...content,
    kind: 'responsible',
    answers: shown.map(({ quotation }) => quotation),
    responsible: units,
    reply: replyOf(deps, intent, shown, phrases),
  };
}

/** What stands before the first label makes nobody responsible, and is met by a question that names the document. */
function withoutOpenings(answers: readonly Named[]): readonly Named[] {
  const rest = answers.filter(({ quotation, units }) => quotation.clause.path.length > 0 || units.length > 0);
  return rest.length > 0 ? rest : answers;
}

/** @param isUnitless the whole document of the first names nobody. */
function asGoodAs(first: Named, others: readonly Named[], isUnitless: boolean): Named | undefined {
  const margin = isUnitless ? asGoodElsewhere : asGood;
  return others.find(
    ({ units, quotation }) => units.length > 0 && first.quotation.score - quotation.score <= margin,
  );
}

/** Who leads is asked of the clause that says so, where one does that is nearly as good as the first. */
function inAskedRole(
  first: Named,
  others: readonly Named[],
  roles: readonly Responsible['role'][] | null,
): Named | undefined {
  const hasRole = ({ units }: Named): boolean => units.some(({ role }) => roles?.includes(role) === true);
  if (roles === null || hasRole(first)) return first;
  return others.find((one) => hasRole(one) && first.quotation.score - one.quotation.score <= asGood);
}

function namedBy({ knowledge, registry }: Deps, quotation: Quotation): Named {
  const clause = knowledge.findClause(quotation.clause.id);
  return {
    quotation,
    units: clause === null ? [] : findResponsible(knowledge, registry, clause, quotation.span),
  };
}

/** Where nobody has the role by name, those who are responsible together have it. */
function inRole(units: readonly Responsible[], roles: readonly Responsible['role'][] | null): Responsible[] {
  const asked = units.filter(({ role }) => roles === null || roles.includes(role));
  return asked.length > 0 ? asked : [...units];
}

/** Clauses of other documents on the very topic that name other units; the newest first. */
function differing(first: Named, others: readonly Named[], topic: string): Named[] {
  const bare = topic.replace(/[\s“”"'《》]/gu, '');
  const isOnTopic = ({ quotation }: Named): boolean =>
    bare.length >= 3 && (quotation.clause.path.at(-1) ?? '').replace(/[\s“”"']/gu, '').includes(bare);
  if (!isOnTopic(first)) return [];
  const names = (one: Named): string =>
    one.units
      .map(({ name }) => name)
      .sort()
      .join('、');
  return others.filter(
    (other) =>
      other.units.length > 0 &&
      isOnTopic(other) &&
      other.quotation.document.id !== first.quotation.document.id &&
      names(other) !== names(first),
  );
}

function newestFirst(shown: readonly Named[]): Named[] {
  const dateOf = ({ quotation }: Named): string => quotation.document.issuedOn;
  return shown.toSorted((left, right) => dateOf(right).localeCompare(dateOf(left)));
}

function replyOf(
  { registry }: Deps,
  intent: Exclude<Intent | UnitQuestion, { kind: 'clauses' | 'duties' }>,
  shown: readonly Named[],
  phrases: Phrases,
): string {
  const units = shown.flatMap((one) => one.units);
  if (units.length === 0) return phrases.noResponsible;
  if (intent.kind === 'responsible')
    return shown.length > 1 ? phrases.severalResponsible : phrases.responsible;
  const region = shown[0]?.quotation.document.region ?? '';
  const own = units.find(({ name }) => name === intent.unit || registry.areOne(name, intent.unit, region));
  const reply = own === undefined ? phrases.takesNoPart : phrases.takesPart;
  return reply.replace('{unit}', own?.name ?? intent.unit);
}
