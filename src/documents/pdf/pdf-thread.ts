import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';

/** A thread that parses one PDF. Whoever starts it stops it. */
export type PdfThread = {
  port: MessagePort;
  /** Rejects when the thread is gone before it is stopped: out of memory, for example. */
  gone: Promise<never>;
  stop(): Promise<void>;
};

/** Enough for a file of the largest size; what needs more ends its thread, not the program. */
const maxHeapMegabytes = 1024;

/**
 * Source and not a file, because src/ is TypeScript, which Node 20 does not run. pdfjs has promises that nobody
 * holds: of a PDF with two damaged pages one rejects unseen, though the file is repaired and read.
 */
const program = `
process.on('unhandledRejection', () => {});
const { workerData } = require('node:worker_threads');
import(workerData.module).then(({ WorkerMessageHandler }) =>
  WorkerMessageHandler.initializeFromPort(workerData.port),
);
`;

/**
 * Starts pdfjs' parser, the module at the URL `module`, in a thread of its own: only a thread can be ended while it
 * is busy, and its failures stay within it. What it prints is dropped.
 */
export function startPdfThread(module: string): PdfThread {
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(program, {
    eval: true,
    workerData: { module, port: port2 },
    transferList: [port2],
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMegabytes },
    stdout: true,
    stderr: true,
  });
  const gone = new Promise<never>((_, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('Expected an answer of the thread, got its end.')));
  });
  // Nobody may be waiting when it is stopped.
  gone.catch(() => {});
  return {
    port: port1,
    gone,
    stop: async () => {
      port1.close();
      await worker.terminate();
    },
  };
}
