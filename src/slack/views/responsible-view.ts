import type { types } from '@slack/bolt';
import type { Responsible } from '../../answer/answer.ts';
import { unitText } from '../messages/responsible-line.ts';
import { paragraph, richText } from '../messages/slack-message.ts';
import { displayText } from '../messages/slack-text.ts';
import type { Texts } from '../texts/texts-for.ts';
import { modal, verbatimBlocks } from './view-parts.ts';

const mostUnits = 60;
const lineSize = 300;
const evidenceSize = 2_900;

/** Who is responsible for a clause, unit by unit, and the words that prove it. */
export function responsibleView(
  citation: string,
  units: readonly Responsible[],
  texts: Texts,
): types.ModalView {
  const blocks: types.KnownBlock[] = [
    richText([paragraph(displayText(citation, lineSize) || '—', { italic: true })]),
  ];
  if (units.length === 0) blocks.push(richText([paragraph(texts('noResponsible'))]));
  else {
    const lines = units
      .slice(0, mostUnits)
      .map((unit) => paragraph(displayText(unitText(unit, texts), lineSize)));
    blocks.push(richText(lines), richText([paragraph(texts('evidence'), { bold: true })]));
    for (const evidence of new Set(units.map((unit) => unit.evidence)).values())
      if (blocks.length < 90) blocks.push(...verbatimBlocks(evidence.slice(0, evidenceSize)).slice(0, 1));
  }
  return modal(texts('responsibleTitle'), blocks, texts);
}
