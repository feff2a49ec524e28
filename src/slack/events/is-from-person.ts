/** The parts of a Slack event that tell who wrote a message and how. */
type Authored = { subtype?: string | undefined; bot_id?: string; hidden?: boolean; user?: string };

/**
 * True for a new message that a person wrote. Bolt's `ignoreSelf` drops neither other bots nor our own
 * `message_changed`; answering either could run in circles. Of the subtypes only a message with a file and
 * a thread reply that is also sent to the channel are questions. See "message event" in Slack's documentation.
 */
export function isFromPerson(event: Authored): boolean {
  if (event.bot_id !== undefined || event.hidden === true) return false;
  if (event.user === undefined || event.user === 'USLACKBOT') return false;
  return (
    event.subtype === undefined || event.subtype === 'file_share' || event.subtype === 'thread_broadcast'
  );
}
