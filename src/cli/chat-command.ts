import { createInterface } from 'node:readline';
import type { CommandContext } from './command-context.ts';
import { openAnswerer } from './open-answerer.ts';
import { printAnswer } from './print-answer.ts';

/** How many earlier questions a question is read with. */
const mostHistory = 5;

/** `clausewise chat`: question after question until the input ends. @returns the exit code. */
export async function runChat(context: CommandContext, options: { index: string }): Promise<number> {
  const { answer, close } = await openAnswerer(context, options.index);
  const isTerminal = context.stdin.isTTY === true;
  const lines = createInterface({
    input: context.stdin,
    output: isTerminal ? context.stderr : undefined,
    prompt: '> ',
  });
  try {
    const history: string[] = [];
    if (isTerminal) lines.prompt();
    for await (const line of lines) {
      if (line.trim() !== '') {
        const answered = await answer({
          id: String(history.length + 1),
          text: line,
          history: history.slice(-mostHistory),
        });
        history.push(line);
        context.stdout.write(`${printAnswer(answered)}\n\n`);
      }
      if (isTerminal) lines.prompt();
    }
    return 0;
  } finally {
    lines.close();
    await close();
  }
}
