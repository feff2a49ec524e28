import type { App, BlockButtonAction } from '@slack/bolt';
import { actions } from '../messages/answer-buttons.ts';
import { answerEntries } from '../messages/answer-entries.ts';
import { textsFor } from '../texts/texts-for.ts';
import { resultsView } from '../views/results-view.ts';
import { sentenceModal } from '../views/view-parts.ts';
import { clickedAnswer, tellTooOld } from './click.ts';
import type { ListenerDeps } from './listener-deps.ts';

const mostResults = 7;

/** "More results": a modal at once, because a trigger lives three seconds; the clauses when they are found. */
export function register(app: App, deps: ListenerDeps): void {
  const { reader, state } = deps;
  app.action<BlockButtonAction>(actions.more, async ({ ack, body, payload, client, respond }) => {
    await ack();
    const given = clickedAnswer(state, payload.value);
    if (given === null) return tellTooOld(deps, body, respond);
    const { answer, history } = given;
    const texts = textsFor(answer.language);
    const opened = await client.views.open({
      trigger_id: body.trigger_id,
      view: sentenceModal(texts('moreTitle'), texts('searching'), texts),
    });
    const shown = new Set(answerEntries(answer).map(({ clauseId }) => clauseId));
    const question = { id: given.id, text: answer.question, history };
    const further = await reader.furtherClauses(question, shown, mostResults);
    await client.views.update({
      view_id: opened.view?.id ?? '',
      view: resultsView(further, answer.language, texts),
    });
  });
}
