import { webApi } from '@slack/bolt';

/**
 * Why a message is not in Slack: `unreachable` the place cannot be written to, `gone` the thread or message it belongs
 * to was deleted, `refused` the token or a scope, `invalid` Slack does not take the message, `unsure` nobody can tell
 * whether it is there.
 */
export type PostFailure = 'unreachable' | 'gone' | 'refused' | 'invalid' | 'unsure';

/** A message that could not be posted; `cause` is the error of the Web API. */
export class PostError extends Error {
  readonly failure: PostFailure;
  /** What Slack called it, as `not_in_channel`; empty where Slack said nothing. */
  readonly slackError: string;

  constructor(failure: PostFailure, cause: unknown) {
    const slackError = cause instanceof webApi.WebAPIPlatformError ? cause.data.error : '';
    super(`A message could not be posted (${failure}${slackError === '' ? '' : `, ${slackError}`})`, {
      cause,
    });
    this.failure = failure;
    this.slackError = slackError;
  }
}

/** See the errors of "chat.postMessage" in Slack's documentation. */
const byError: Readonly<Record<string, PostFailure>> = {
  not_in_channel: 'unreachable',
  channel_not_found: 'unreachable',
  is_archived: 'unreachable',
  is_inactive: 'unreachable',
  restricted_action: 'unreachable',
  restricted_action_read_only_channel: 'unreachable',
  restricted_action_thread_locked: 'unreachable',
  restricted_action_thread_only_channel: 'unreachable',
  thread_not_found: 'gone',
  message_not_found: 'gone',
  user_not_found: 'gone',
  invalid_auth: 'refused',
  not_authed: 'refused',
  token_revoked: 'refused',
  token_expired: 'refused',
  account_inactive: 'refused',
  missing_scope: 'refused',
  not_allowed_token_type: 'refused',
  org_login_required: 'refused',
  ekm_access_denied: 'refused',
  access_denied: 'refused',
  team_access_not_granted: 'refused',
};

/** @param isUncertain the message may be there nevertheless. */
export function postErrorOf(error: unknown, isUncertain: boolean): PostError {
  if (error instanceof PostError) return error;
  const slackError = error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;
  if (slackError === undefined) return new PostError(isUncertain ? 'unsure' : 'invalid', error);
  return new PostError(byError[slackError] ?? 'invalid', error);
}

/** What the operator can do about a refusal, for the log. */
export function remedyOf({ slackError, cause }: PostError): string {
  if (slackError === 'missing_scope') {
    // Slack names the scope beside the error; see "Errors" of any method in its documentation.
    const needed = cause instanceof webApi.WebAPIPlatformError ? cause.data : { needed: '' };
    return `add the scope ${'needed' in needed ? String(needed.needed) : ''} under "OAuth & Permissions" and install the app again; "clausewise doctor" checks all of them`;
  }
  return 'install the app again, set SLACK_BOT_TOKEN to its new token and restart; "clausewise doctor" checks it';
}
