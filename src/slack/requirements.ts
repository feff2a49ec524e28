/**
 * What the code needs of Slack, each with the reason that an operator is told. The manifest asks for exactly this
 * (a test compares them), and `clausewise doctor` compares it with what the installed app was given.
 */
export const requirements = {
  scopes: [
    { name: 'app_mentions:read', reason: 'to be asked in channels' },
    { name: 'assistant:write', reason: 'to suggest questions and to show that it is at work' },
    { name: 'channels:history', reason: 'to follow threads, and never to post twice in a channel' },
    { name: 'chat:write', reason: 'to answer' },
    { name: 'commands', reason: 'for /clausewise and "Find the clause"' },
    { name: 'groups:history', reason: 'the same as channels:history in private channels' },
    { name: 'im:history', reason: 'to be asked in direct messages' },
    { name: 'im:write', reason: 'to reach a person where the channel cannot be written to' },
    { name: 'users:read', reason: "to speak a person's language in the Home tab" },
  ],
  events: [
    { name: 'app_home_opened', reason: 'for the Home tab and the suggested questions' },
    { name: 'app_mention', reason: 'for mentions in channels' },
    { name: 'message.channels', reason: 'for follow-ups in threads' },
    { name: 'message.groups', reason: 'for follow-ups in threads of private channels' },
    { name: 'message.im', reason: 'for direct messages' },
  ],
} as const;
