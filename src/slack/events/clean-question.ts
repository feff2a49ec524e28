const entity = /<([^<>]*)>/gu;
const leadingPunctuation = /^[\s,:;，：；、]+/u;

/**
 * What a person asked, as plain text: the bot's own mention removed, other mentions, channels and links
 * turned into their visible words, the three escapes of Slack decoded, white space folded.
 * See "Formatting message text" in Slack's documentation.
 */
export function cleanQuestion(text: string, botUserId: string): string {
  return text
    .replace(entity, (_match, body: string) => visibleWords(body, botUserId))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/gu, ' ')
    .replace(leadingPunctuation, '')
    .trim();
}

function visibleWords(body: string, botUserId: string): string {
  const bar = body.indexOf('|');
  const target = bar === -1 ? body : body.slice(0, bar);
  const label = bar === -1 ? '' : body.slice(bar + 1);
  if (target === `@${botUserId}`) return ' ';
  if (target.startsWith('@')) return label === '' ? target : `@${label.replace(/^@/, '')}`;
  if (target.startsWith('#')) return label === '' ? target : `#${label.replace(/^#/, '')}`;
  if (target.startsWith('!')) return label === '' ? `@${target.slice(1)}` : label;
  return label === '' ? target.replace(/^mailto:/, '') : label;
}
