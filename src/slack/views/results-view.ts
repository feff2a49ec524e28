import type { types } from '@slack/bolt';
import type { Quotation } from '../../answer/answer.ts';
import { actions, button } from '../messages/answer-buttons.ts';
import { quoteBlock } from '../messages/quote-block.ts';
import type { Texts } from '../texts/texts-for.ts';
import { modal, sentenceModal } from './view-parts.ts';

const quoteSize = 1_800;

/** Clauses beyond those of the answer, each with its button; a click on it carries the clause's id. */
export function resultsView(
  quotations: readonly Quotation[],
  language: string,
  texts: Texts,
): types.ModalView {
  if (quotations.length === 0) return sentenceModal(texts('moreTitle'), texts('noMore'), texts);
  const blocks = quotations.flatMap((quotation): types.KnownBlock[] => [
    quoteBlock(
      { ...quotation, clauseId: quotation.clause.id, path: quotation.clause.path },
      quoteSize,
      texts,
    ),
    {
      type: 'actions',
      elements: [
        button(actions.fullClause, texts('fullClause'), `clause:${language}:${quotation.clause.id}`),
      ],
    },
  ]);
  return modal(texts('moreTitle'), blocks, texts);
}
