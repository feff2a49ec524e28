import type { App, BlockButtonAction } from '@slack/bolt';
import { actions } from '../messages/answer-buttons.ts';
import { textsFor } from '../texts/texts-for.ts';
import { clauseView, readClausePage } from '../views/clause-view.ts';
import { responsibleView } from '../views/responsible-view.ts';
import { sentenceModal } from '../views/view-parts.ts';
import { clickedClause, tellTooOld } from './click.ts';
import type { ListenerDeps } from './listener-deps.ts';

/** "Full clause" with its pages, and "Who is responsible": both in a modal, which nobody else sees. */
export function register(app: App, deps: ListenerDeps): void {
  const { reader, state } = deps;
  app.action<BlockButtonAction>(actions.fullClause, async ({ ack, body, payload, client, respond }) => {
    await ack();
    const clicked = clickedClause(state, payload.value);
    if (clicked === null) return tellTooOld(deps, body, respond);
    const texts = textsFor(clicked.language);
    const clause = await reader.readClause(clicked.clauseId);
    const shown = { clauseId: clicked.clauseId, page: 0, language: clicked.language };
    const view =
      clause === null
        ? sentenceModal(texts('clauseTitle'), texts('gone'), texts)
        : clauseView(clause, shown, texts);
    // On a list of results it lies on top, so that closing it leads back.
    const open = body.view === undefined ? client.views.open : client.views.push;
    await open({ trigger_id: body.trigger_id, view });
  });

  for (const actionId of [actions.previousPage, actions.nextPage]) {
    app.action<BlockButtonAction>(actionId, async ({ ack, body, payload, client }) => {
      await ack();
      const shown = readClausePage(body.view?.private_metadata ?? '');
      const page = Number(payload.value);
      if (body.view === undefined || shown === null || !Number.isInteger(page)) return;
      const texts = textsFor(shown.language);
      const clause = await reader.readClause(shown.clauseId);
      const view =
        clause === null
          ? sentenceModal(texts('clauseTitle'), texts('gone'), texts)
          : clauseView(clause, { ...shown, page }, texts);
      await client.views.update({ view_id: body.view.id, view });
    });
  }

  app.action<BlockButtonAction>(actions.who, async ({ ack, body, payload, client, respond }) => {
    await ack();
    const clicked = clickedClause(state, payload.value);
    if (clicked === null) return tellTooOld(deps, body, respond);
    const texts = textsFor(clicked.language);
    const units = await reader.responsibleFor(clicked.clauseId);
    const view =
      units === null
        ? sentenceModal(texts('responsibleTitle'), texts('gone'), texts)
        : responsibleView(clicked.citation, units, texts);
    await client.views.open({ trigger_id: body.trigger_id, view });
  });
}
