import { isRecord, type Json } from './checks.ts';

type Place = { blockId: string; element: Json };

/**
 * What Slack tells an app about a click on the `nth` interactive element with this action id. `value` chooses
 * one of two feedback buttons, or the option of a menu. Throws when there is no such element.
 */
export function actionOf(
  blocks: unknown[],
  { actionId, nth = 0, value, at }: { actionId: string; nth?: number; value?: string; at: string },
): Json {
  const all = blocks.flatMap(interactiveOf);
  const place = all.filter(({ element }) => element.action_id === actionId)[nth];
  if (place === undefined) {
    const ids = all.map(({ element }) => element.action_id).join(', ');
    throw new Error(`Expected element ${nth} with the action id ${actionId}, got [${ids}]`);
  }
  const { element, blockId } = place;
  const common = { type: element.type, action_id: actionId, block_id: blockId, action_ts: at };
  if (element.type === 'feedback_buttons') return { ...common, ...chosenFeedback(element, value) };
  if (Array.isArray(element.options)) return { ...common, selected_option: chosenOption(element, value) };
  if (element.type === 'plain_text_input') return { ...common, value: value ?? '' };
  if (value !== undefined && value !== element.value)
    throw new Error(`Expected a button with the value ${value}, got ${String(element.value)}`);
  const kept = ['text', 'value', 'url', 'style', 'confirm', 'icon'].filter(
    (key) => element[key] !== undefined,
  );
  return { ...common, ...Object.fromEntries(kept.map((key) => [key, element[key]])) };
}

function interactiveOf(block: unknown): Place[] {
  if (!isRecord(block)) return [];
  const hasElements = block.type === 'actions' || block.type === 'context_actions';
  const elements = hasElements && Array.isArray(block.elements) ? block.elements : [];
  return [...elements, block.accessory, block.type === 'input' ? block.element : undefined]
    .filter(isRecord)
    .map((element) => ({ blockId: String(block.block_id), element }));
}

function chosenFeedback(element: Json, value: string | undefined): Json {
  const buttons = [element.positive_button, element.negative_button].filter(isRecord);
  const chosen = value === undefined ? buttons[0] : buttons.find((button) => button.value === value);
  if (chosen === undefined) throw new Error(`Expected a feedback button with the value ${value}`);
  return { text: chosen.text, value: chosen.value };
}

function chosenOption(element: Json, value: string | undefined): unknown {
  const options = Array.isArray(element.options) ? element.options.filter(isRecord) : [];
  const chosen = value === undefined ? options[0] : options.find((option) => option.value === value);
  if (chosen === undefined) throw new Error(`Expected an option with the value ${value}`);
  return chosen;
}
