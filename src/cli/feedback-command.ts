import type { Answer } from '../answer/answer.ts';
import type { CommandContext } from './command-context.ts';
import { printReport, type ReportOptions } from './print-report.ts';

const columns = [
  'answerId',
  'at',
  'user',
  'value',
  'reason',
  'comment',
  'question',
  'kind',
  'citation',
  'generation',
] as const;

/**
 * `clausewise feedback`: what people thought of answers in Slack, oldest first, with the question, the first clause
 * that was shown and the generation of the index. @returns the exit code.
 */
export function runFeedback(context: CommandContext, options: ReportOptions): number {
  return printReport(context, options, {
    columns,
    empty: 'Nobody has said what they thought of an answer yet.',
    read: (state) =>
      state.feedback.list().map(({ atMs, answer, ...said }) => {
        // Written by this program; an answer that is no longer kept is ''.
        const given = answer === '' ? null : (JSON.parse(answer) as Answer);
        const first = given?.answers[0] ?? given?.nearest[0];
        return {
          ...said,
          at: new Date(atMs).toISOString(),
          kind: given?.kind ?? '',
          citation: first?.citation ?? '',
        };
      }),
    draw: ({ at, value, reason, comment, question, citation }) =>
      `${at}  ${value}${reason === '' ? '' : ` (${reason})`}\n   ${question}\n   ${citation}${comment === '' ? '' : `\n   “${comment}”`}`,
  });
}
