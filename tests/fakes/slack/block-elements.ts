import { anything, both, type Check, flag, isRecord, list, number, object, text, word } from './checks.ts';
import { confirmation, option, plainText } from './text-objects.ts';

const common = { type: anything, action_id: text(255), confirm: confirmation };

const button = object(
  {
    ...common,
    text: plainText(75),
    value: text(2_000),
    url: text(3_000),
    style: word('primary', 'danger'),
    accessibility_label: text(75),
  },
  ['text'],
);

const feedbackButton = object({ text: plainText(75), value: text(2_000), accessibility_label: text(75) }, [
  'text',
  'value',
]);
const feedbackButtons = object(
  {
    type: anything,
    action_id: text(255),
    positive_button: feedbackButton,
    negative_button: feedbackButton,
  },
  ['positive_button', 'negative_button'],
);

const iconButton = object(
  {
    ...common,
    icon: word('trash'),
    text: plainText(75),
    value: text(2_000),
    accessibility_label: text(75),
    visible_to_user_ids: anything,
  },
  ['icon', 'text'],
);

/** Slack refuses an initial option that is not one of the options. */
const initialIsAnOption: Check = (value, at) => {
  if (!isRecord(value) || value.initial_option === undefined || !Array.isArray(value.options)) return [];
  const wanted = JSON.stringify(value.initial_option);
  return value.options.some((one) => JSON.stringify(one) === wanted)
    ? []
    : [`[ERROR] initial_option is not one of the options ${at}`];
};

const choice = { ...common, initial_option: option, focus_on_load: flag };
const radioButtons = both(
  object({ ...choice, options: list(10, option) }, ['options', 'action_id']),
  initialIsAnOption,
);
const staticSelect = both(
  object({ ...choice, options: list(100, option), placeholder: plainText(150) }, ['options', 'action_id']),
  initialIsAnOption,
);

const plainTextInput = object(
  {
    type: anything,
    action_id: text(255),
    initial_value: text(3_000),
    multiline: flag,
    min_length: number(0, 3_000),
    max_length: number(1, 3_000),
    placeholder: plainText(150),
    focus_on_load: flag,
    dispatch_action_config: anything,
  },
  ['action_id'],
);

/** The interactive elements that the fake knows, by the block in which Slack takes them. */
export const elementKinds = {
  actions: { button, radio_buttons: radioButtons, static_select: staticSelect },
  accessory: { button, radio_buttons: radioButtons, static_select: staticSelect },
  contextActions: { feedback_buttons: feedbackButtons, icon_button: iconButton },
  input: { plain_text_input: plainTextInput, radio_buttons: radioButtons, static_select: staticSelect },
} satisfies Record<string, Record<string, Check>>;
