import type { types } from '@slack/bolt';
import { type Answer, isUnanswered } from '../../answer/answer.ts';
import type { Texts } from '../texts/texts-for.ts';
import { answerEntries } from './answer-entries.ts';

/** What the buttons of an answer are called when they come back. See "Block actions payload" in Slack's documentation. */
export const actions = {
  fullClause: 'full_clause',
  who: 'who_is_responsible',
  more: 'more_results',
  share: 'share_answer',
  consult: 'ask_colleague',
  resolve: 'mark_resolved',
  feedback: 'answer_feedback',
  previousPage: 'previous_page',
  nextPage: 'next_page',
} as const;

/** How the buttons of a message are made: for which stored answer, and what is on offer. */
export type ButtonOptions = { answerId: string; isPrivate: boolean; hasExperts: boolean };

/** A place in an answer, as the value of a button. */
export type EntryRef = { answerId: string; entry: number };

export function entryValue({ answerId, entry }: EntryRef): string {
  return `${answerId}:${entry}`;
}

/** @returns null for what no button of ours has. */
export function parseEntryValue(value: string | undefined): EntryRef | null {
  const match = /^(?<answerId>[\w-]+):(?<entry>\d{1,3})$/u.exec(value ?? '');
  const { answerId, entry } = match?.groups ?? {};
  return answerId === undefined ? null : { answerId, entry: Number(entry) };
}

/** The buttons under one quotation; undefined for a document, which has no clause to open. */
export function entryButtons(
  answer: Answer,
  entry: number,
  options: ButtonOptions,
  texts: Texts,
): types.ActionsBlock | undefined {
  if (answerEntries(answer)[entry]?.clauseId === '' || answer.kind === 'documents') return undefined;
  const value = entryValue({ answerId: options.answerId, entry });
  const buttons = [button(actions.fullClause, texts('fullClause'), value)];
  if (answer.kind === 'clauses') buttons.push(button(actions.who, texts('whoIsResponsible'), value));
  return { type: 'actions', elements: buttons };
}

/** The buttons under the whole answer; none under small talk. */
export function answerButtons(answer: Answer, options: ButtonOptions, texts: Texts): types.KnownBlock[] {
  const hasClauses = answerEntries(answer).length > 0 && answer.kind !== 'documents';
  const buttons: types.Button[] = [];
  if (hasClauses && answer.kind !== 'duties')
    buttons.push(button(actions.more, texts('moreResults'), options.answerId));
  if (options.isPrivate && hasClauses) buttons.push(button(actions.share, texts('share'), options.answerId));
  if (options.hasExperts && isUnanswered(answer))
    buttons.push(button(actions.consult, texts('askColleague'), options.answerId));
  const blocks: types.KnownBlock[] = buttons.length === 0 ? [] : [{ type: 'actions', elements: buttons }];
  return hasClauses ? [...blocks, feedbackBlock(options.answerId, texts)] : blocks;
}

/** A button whose value comes back with its click. */
export function button(actionId: string, label: string, value: string): types.Button {
  return { type: 'button', action_id: actionId, text: { type: 'plain_text', text: label }, value };
}

/** See "Feedback buttons element" in Slack's documentation. */
function feedbackBlock(answerId: string, texts: Texts): types.ContextActionsBlock {
  const choice = (key: 'good' | 'bad') => ({
    text: { type: 'plain_text' as const, text: texts(key) },
    value: `${answerId}:${key === 'good' ? 1 : 0}`,
  });
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: actions.feedback,
        positive_button: choice('good'),
        negative_button: choice('bad'),
      },
    ],
  };
}
