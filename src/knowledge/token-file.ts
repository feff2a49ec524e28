import { closeSync, openSync, readSync } from 'node:fs';

/** The token rows of a generation; only what a question needs is read. Whoever opens it closes it. */
export type TokenFile = {
  /** The rows from `first` on, `count` of them, one behind the other. */
  read(first: number, count: number): Int8Array;
  close(): void;
};

/** Opens a file of token rows. @param dimensions length of a row in bytes. */
export function openTokenFile(path: string, dimensions: number): TokenFile {
  const file = openSync(path, 'r');
  return {
    read: (first, count) => {
      const rows = new Int8Array(count * dimensions);
      // A question reads some ten short stretches from the page cache, faster than a turn of the event loop.
      readSync(file, rows, 0, rows.length, first * dimensions);
      return rows;
    },
    close: () => closeSync(file),
  };
}
