import { ClausewiseError } from '../../errors.ts';

/** One line of `clausewise doctor`. `remedy` says what to do, as a phrase; it is empty when there is nothing to do. */
export type Check = Readonly<{
  check: string;
  state: 'ok' | 'warning' | 'failed';
  detail: string;
  remedy: string;
}>;

/** The results that a check may have. */
export type CheckResults = {
  ok(detail: string): Check;
  /** Something works less well, or cannot be known. */
  warning(detail: string, remedy: string): Check;
  /** Something does not work. */
  failed(detail: string, remedy: string): Check;
  /** @param remedy for errors that do not say their own. */
  failedWith(error: unknown, remedy: string): Check;
};

/** A page of an error, as a proxy may answer, is no line. */
const longestDetail = 300;

/** The results of the check with this name. */
export function checkOf(check: string): CheckResults {
  const failed = (detail: string, remedy: string): Check => ({
    check,
    state: 'failed',
    detail: asLine(detail),
    remedy,
  });
  return {
    ok: (detail) => ({ check, state: 'ok', detail: asLine(detail), remedy: '' }),
    warning: (detail, remedy) => ({ check, state: 'warning', detail: asLine(detail), remedy }),
    failed,
    failedWith: (error, remedy) => {
      const message = error instanceof Error ? error.message : String(error);
      const [detail, ownRemedy] = splitMessage(message);
      return error instanceof ClausewiseError && ownRemedy !== ''
        ? failed(detail, ownRemedy)
        : failed(message, remedy);
    },
  };
}

/** The messages of this program are "what is wrong: what to do." */
function splitMessage(message: string): [detail: string, remedy: string] {
  const at = message.lastIndexOf(': ');
  return at === -1 ? [message, ''] : [message.slice(0, at), message.slice(at + 2).replace(/\.$/u, '')];
}

function asLine(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > longestDetail ? `${line.slice(0, longestDetail)}…` : line;
}
