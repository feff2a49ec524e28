/** Characters that turn the direction of the text around them, and so could make a label read as another. */
const bidiControls = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const loneSurrogates = /\p{Surrogate}/gu;

/**
 * Escapes text for mrkdwn and for the fallback `text`, so that `<!channel>`, `<@U…>` and links stay letters.
 * The ampersand goes first, else the other two would be escaped twice.
 * See "Formatting message text" in Slack's documentation.
 */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Length in UTF-16 units after `escapeMarkup`, which is how Slack counts a message. */
export function escapedLength(text: string): number {
  let length = text.length;
  for (const character of text) {
    if (character === '&') length += 4;
    else if (character === '<' || character === '>') length += 3;
  }
  return length;
}

/** The longest prefix of `text` whose escaped form has at most `max` UTF-16 units; never half a code point. */
export function prefixWithin(text: string, max: number): string {
  let length = 0;
  let end = 0;
  for (const character of text) {
    length += escapedLength(character);
    if (length > max) return text.slice(0, end);
    end += character.length;
  }
  return text;
}

/**
 * A label (title, citation, heading, notice) made fit for display: direction controls and half characters
 * out, white space folded, cut to `max` escaped units with an ellipsis. Not for quotations, which stay verbatim.
 */
export function displayText(text: string, max: number): string {
  const folded = text
    .replace(bidiControls, '')
    .replace(loneSurrogates, '\uFFFD')
    .replace(/\s+/gu, ' ')
    .trim();
  return escapedLength(folded) <= max ? folded : `${prefixWithin(folded, max - 1)}…`;
}
