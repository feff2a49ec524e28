import { progress } from '@clack/prompts';
import type { BuildProgress } from '../knowledge/build-generation.ts';

/** Off a terminal, a line is printed each time another tenth is done. */
const tenths = 10;

/** Shows how far the embedding is: a bar on a terminal, otherwise a line now and then. */
export function showProgress(stderr: NodeJS.WriteStream): { onProgress: BuildProgress; finish: () => void } {
  const started = performance.now();
  const report = stderr.isTTY === true ? createBar(stderr) : createLines(stderr);
  return {
    onProgress: ({ done, total }) => {
      const seconds = (performance.now() - started) / 1000;
      report.update(done, total, describe(done, total, seconds));
    },
    finish: report.finish,
  };
}

type Report = { update(done: number, total: number, text: string): void; finish(): void };

function createBar(stderr: NodeJS.WriteStream): Report {
  let bar: ReturnType<typeof progress> | null = null;
  let shown = 0;
  return {
    update: (done, total, text) => {
      if (total === 0) return;
      if (bar === null) {
        bar = progress({ max: total, output: stderr });
        bar.start(text);
      }
      bar.advance(done - shown, text);
      shown = done;
      if (done === total) {
        bar.stop(text);
        bar = null;
      }
    },
    finish: () => bar?.stop(),
  };
}

function createLines(stderr: NodeJS.WriteStream): Report {
  let nextTenth = 0;
  return {
    update: (done, total, text) => {
      if (total === 0 || done < (nextTenth * total) / tenths) return;
      nextTenth = Math.floor((done * tenths) / total) + 1;
      stderr.write(`${text}\n`);
    },
    finish: () => undefined,
  };
}

function describe(done: number, total: number, seconds: number): string {
  if (done === 0 || seconds === 0) return `embedding ${total} passages`;
  const rate = done / seconds;
  const remaining = Math.ceil((total - done) / rate);
  const eta = done === total ? `${seconds.toFixed(1)} s` : `about ${remaining} s left`;
  return `embedded ${done} of ${total} passages, ${rate.toFixed(0)} a second, ${eta}`;
}
