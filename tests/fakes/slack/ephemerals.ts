/** A message that only one person sees. It changes in place when it is replaced or deleted. */
export type Ephemeral = {
  channel: string;
  user: string;
  ts: string;
  threadTs?: string;
  text: string;
  blocks: unknown[];
  via: 'chat.postEphemeral' | 'response_url' | 'ack';
  replaced?: boolean;
  deleted?: boolean;
};

/** The `response_url` of one interaction. */
export type ResponseAddress = {
  channel: string;
  user: string;
  /** What `replace_original` and `delete_original` mean. */
  original: { ephemeral: Ephemeral } | { ts: string } | undefined;
  uses: number;
  at: number;
};
