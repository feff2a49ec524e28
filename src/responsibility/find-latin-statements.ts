import { overlaps } from '../documents/overlaps.ts';
import type { Span } from '../documents/source-document.ts';
import type { Role, Statement } from './assignment.ts';
import { splitUnits } from './split-units.ts';
import { latinHead } from './unit-names.ts';

const word = "[A-Z][\\p{L}'’&/-]*";
const unit = `(?:[Tt]he |[Ee]ach |[Ee]very |[Aa]ll )?(?:${word})(?:(?: (?:of|for|on|and|the|&) | )(?:the )?${word})*(?: \\([A-Z][A-Za-z]{1,9}\\))?`;
/** A name that is not written in capitals stands at the beginning of its sentence: The controller. */
const common = "(?:The|Each|Every) [a-z][a-z'’ -]{2,40}?";
const list = `(?:${unit}|${common})(?:(?:, (?:and )?| and )(?:the )?${unit})*`;
const must = '(?: shall| will| must| should| is to| are to)?';

type Pattern = { expression: RegExp; roles: readonly Role[] };

/** Who helps, between commas behind who is named first. */
const helped = `(?:,? (?:in (?:close )?(?:co-?operation|collaboration|coordination|consultation) with|together with|with (?:the )?(?:support|assistance|help) (?:of|from)|supported by|assisted by) (?<b>${list}),?)?`;

const patterns: readonly Pattern[] = [
  {
    expression: new RegExp(
      `(?<a>${list})${helped}(?:,[^,.;]{1,60},)?(?:(?:${must} be| is| are) (?:jointly |primarily |solely |also |directly |collectively )?(?:responsible|accountable|in charge|tasked with|charged with)\\b(?! persons?| investment)|${must} (?:have|has|bear|bears|share|shares|assume|assumes) (?:the |joint |overall |primary )*responsibility\\b)`,
      'gu',
    ),
    roles: ['joint', 'support'],
  },
  {
    expression: new RegExp(
      `\\bresponsibility (?:for|of) [^.;]{1,80}? (?:rests|lies|remains|sits) (?:jointly )?with (?<a>${list})`,
      'gu',
    ),
    roles: ['joint'],
  },
  {
    expression: new RegExp(
      `(?:led|coordinated|headed|chaired|managed|overseen|owned) by (?<a>${list})(?:(?:,| and)*(?: with)? (?:the )?(?:support(?:ed)?|assist(?:ance|ed)|help) (?:by|of|from) (?<b>${list}))?`,
      'gu',
    ),
    roles: ['lead', 'support'],
  },
  {
    expression: new RegExp(
      `(?<a>${list})${helped}(?:${must} (?:(?:take the )?lead|coordinate|oversee)| leads| has the lead| have the lead| coordinates| oversees| takes the lead)\\b(?! to)`,
      'gu',
    ),
    roles: ['lead', 'support'],
  },
  {
    expression: new RegExp(
      `(?<a>${list})(?:${must} (?:support|assist|contribute|help)| supports?| assists?| contributes?)\\b|(?:supported|assisted) by (?<b>${list})|with (?:the )?(?:support|assistance) (?:of|from) (?<c>${list})`,
      'gu',
    ),
    roles: ['support', 'support', 'support'],
  },
];

const nobody =
  /\b(?:[Pp]ersons?|[Ww]ho|[Ww]hich|[Ii]t|[Tt]hey|[Tt]his|[Tt]hat|[Aa]nyone|[Nn]obody|[Nn]o one)\b/u;
const mostWords = 16;

/**
 * Finds in an English sentence who leads, supports, or is responsible: the X shall be responsible for, led by X,
 * supported by Y, X and Y are jointly responsible. Names are those in capitals that hold the word for an office, or
 * what a sentence begins with.
 */
export function findLatinStatements(text: string, sentence: Span): Statement[] {
  const own = text.slice(sentence.start, sentence.end).replace(/\s/gu, ' ');
  if (
    !/\b(?:responsib|accountable|in charge|tasked|charged|led|coordinat|headed|chaired|managed|overse|owned|leads?|support|assist)/u.test(
      own,
    )
  )
    return [];
  const found: Statement[] = [];
  for (const { expression, roles } of patterns) {
    for (const match of own.matchAll(expression)) {
      const start = sentence.start + match.index;
      const evidence = { start, end: start + match[0].length };
      const isSupport = roles[0] === 'support';
      if (isSupport && found.length === 0) continue;
      if (found.some((other) => overlaps(other.evidence, evidence))) continue;
      const units = ['a', 'b', 'c'].flatMap((group, index) =>
        namesOf(match.groups?.[group] ?? '').map((unit) => ({ ...unit, role: roles[index] ?? 'support' })),
      );
      if (units.length > 0) found.push({ units, evidence, scope: sentence });
    }
  }
  return found;
}

/** The names of a list; empty when any of them is none. */
function namesOf(group: string): ReturnType<typeof splitUnits> {
  if (group === '') return [];
  const names = splitUnits(group).map(({ printed }) => {
    const bare = printed.replace(/^(?:and )?(?:the|each|every|all) /iu, '');
    return { name: bare, printed: bare };
  });
  const areUnits = names.every(
    ({ name }) =>
      name.split(' ').length <= mostWords &&
      !nobody.test(name) &&
      (latinHead.test(name) || /^[a-z]/u.test(name)),
  );
  return areUnits ? names : [];
}
