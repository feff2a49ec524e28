import type { CommandContext } from './command-context.ts';
import { printReport, type ReportOptions } from './print-report.ts';

const columns = ['id', 'askedAt', 'state', 'question', 'language', 'channel', 'user', 'nearest'] as const;

/**
 * `clausewise unanswered`: the questions from Slack that the documents did not answer, oldest first, with what became
 * of each: open, asked (experts), answered, resolved. @returns the exit code.
 */
export function runUnanswered(context: CommandContext, options: ReportOptions): number {
  return printReport(context, options, {
    columns,
    empty: 'Every question was answered, or none was asked in Slack.',
    read: (state) =>
      state.answers.listUnanswered().map(({ id, atMs, state: became, answer, channel, user }) => ({
        id,
        askedAt: new Date(atMs).toISOString(),
        state: became,
        question: answer.question,
        language: answer.language,
        channel,
        user,
        nearest: answer.nearest[0]?.citation ?? '',
      })),
    draw: ({ askedAt, state, question, nearest }) =>
      `${askedAt}  ${state}\n   ${question}\n   nearest: ${nearest}`,
  });
}
