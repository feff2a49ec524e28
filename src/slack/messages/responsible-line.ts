import type { Answer, Responsible } from '../../answer/answer.ts';
import type { Texts } from '../texts/texts-for.ts';
import { documentName } from './answer-entries.ts';

const roleKeys = { lead: 'roleLead', support: 'roleSupport', joint: 'roleJoint' } as const;

/** Who is responsible, in one line; where several clauses name units, each document's stand behind its name. */
export function responsibleLine({ responsible, answers }: Answer, texts: Texts): string {
  if (responsible.length === 0) return '';
  if (answers.length < 2) return texts('responsible') + unitsLine(responsible, texts);
  return answers
    .map(({ clause, document }) => {
      const own = responsible.filter((unit) => unit.clause === clause.id);
      return `${documentName(document)}: ${unitsLine(own, texts)}`;
    })
    .join(' / ');
}

/** Units with role, today's name and whether they come from a clause above. */
export function unitsLine(responsible: readonly Responsible[], texts: Texts): string {
  return responsible.map((unit) => unitText(unit, texts)).join('; ');
}

/** One unit: name (role, today's name, inherited). */
export function unitText({ name, canonical, role, inheritedFrom }: Responsible, texts: Texts): string {
  const today = canonical === '' || canonical === name ? '' : texts('today', { name: canonical });
  const inherited = inheritedFrom === null ? '' : texts('inherited');
  return `${name} (${texts(roleKeys[role])}${today}${inherited})`;
}
