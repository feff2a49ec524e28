import type { BlockButtonAction, BlockFeedbackButtonsAction, RespondFn } from '@slack/bolt';
import { type EntryRef, parseEntryValue } from '../messages/answer-buttons.ts';
import { answerEntries } from '../messages/answer-entries.ts';
import type { GivenAnswer } from '../state/answer-store.ts';
import type { SlackState } from '../state/open-slack-state.ts';
import { textsFor } from '../texts/texts-for.ts';
import type { ListenerDeps } from './listener-deps.ts';

/** The clause that a button stands under, and the language of the answer that it belongs to. */
export type ClickedClause = { clauseId: string; citation: string; language: string };

/** Null when the answer is no longer kept, or the button is none of ours. */
export function clickedClause(state: SlackState, value: string | undefined): ClickedClause | null {
  // In a list of results the clause itself is named.
  const named = /^clause:(?<language>[\w-]*):(?<clauseId>.+)$/su.exec(value ?? '')?.groups;
  if (named !== undefined)
    return { clauseId: named.clauseId ?? '', citation: '', language: named.language ?? '' };
  const ref: EntryRef | null = parseEntryValue(value);
  const given = ref === null ? null : state.answers.get(ref.answerId);
  const entry = given === null || ref === null ? undefined : answerEntries(given.answer)[ref.entry];
  if (given === null || entry === undefined) return null;
  return { clauseId: entry.clauseId, citation: entry.citation, language: given.answer.language };
}

/** The answer whose id is the value of a button. */
export function clickedAnswer(state: SlackState, value: string | undefined): GivenAnswer | null {
  return value === undefined ? null : state.answers.get(value);
}

/** Where a click was made; '' in a modal. */
export function channelOf(body: BlockButtonAction | BlockFeedbackButtonsAction): string {
  return body.channel?.id ?? '';
}

/** What a click set off: a job, or why there is none. */
export type ClickOutcome = ReturnType<ListenerDeps['intake']['take']> | 'gone';

/** Tells the person who clicked why nothing new happens; `known` is the sentence for what was done before. */
export async function tellOutcome(
  { languageOf }: ListenerDeps,
  body: BlockButtonAction,
  respond: RespondFn,
  {
    outcome,
    known,
    language,
  }: { outcome: ClickOutcome; known: 'asked' | 'shared'; language: string | undefined },
): Promise<void> {
  if (outcome === 'taken') return;
  const texts = textsFor(language ?? (await languageOf(body.user.id)));
  await tellClicker(body, respond, texts(({ gone: 'askAgain', known, busy: 'busy' } as const)[outcome]));
}

/** A button whose answer is no longer kept. */
export async function tellTooOld(
  { languageOf }: ListenerDeps,
  body: BlockButtonAction,
  respond: RespondFn,
): Promise<void> {
  await tellClicker(body, respond, textsFor(await languageOf(body.user.id))('askAgain'));
}

/** Tells only the person who clicked; in a modal there is no place to. */
export async function tellClicker(body: BlockButtonAction, respond: RespondFn, text: string): Promise<void> {
  if (body.response_url === '' || body.response_url === undefined) return;
  await respond({ response_type: 'ephemeral', replace_original: false, text });
}
