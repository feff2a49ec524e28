import { isRecord } from './checks.ts';

/** What Slack parses in mrkdwn: special mentions, people, channels, links. */
const parsed = /<(?:[!#@]|http)[^>\n]{0,80}>?/giu;

/**
 * Markup that Slack would parse in the fallback text and the mrkdwn of a message or view. Untrusted text must
 * not come through unescaped, so a strict fake objects to all of it but mentions of the people allowed.
 */
export function markupProblems(value: unknown, allowedMentions: ReadonlySet<string>): string[] {
  return mrkdwnOf(value)
    .flatMap((text) => text.match(parsed) ?? [])
    .filter((found) => {
      const user = /^<@(?<id>[UW][A-Z0-9]+)(?:\|[^>]*)?>$/u.exec(found)?.groups?.id;
      return user === undefined || !allowedMentions.has(user);
    });
}

/** A string is a fallback text; of anything else the text of its mrkdwn objects, however deep. */
function mrkdwnOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  const inner = (one: unknown) => (typeof one === 'string' ? [] : mrkdwnOf(one));
  if (Array.isArray(value)) return value.flatMap(inner);
  if (!isRecord(value)) return [];
  if (value.type === 'mrkdwn' && typeof value.text === 'string') return [value.text];
  return Object.values(value).flatMap(inner);
}
