/**
 * The postings of a term as bytes: for each clause that holds it, in the order of rows, the distance from the row
 * before and the term's weighted frequency there. Both are written in base 128, the lowest digit first, the high bit
 * saying that more follow: most postings take two or three bytes.
 */
export type PostingsEncoder = {
  /** Counts an occurrence; those of one clause come one behind the other, the clauses in the order of rows. */
  add(clauseRow: number, halves: number): void;
  /** The postings since the last call. */
  take(): Buffer;
};

/** Two numbers of 32 bits take ten bytes at most. */
const mostBytes = 10;

/** Encodes one term after the other. Frequencies are counted in halves, to be whole numbers. */
export function createPostingsEncoder(): PostingsEncoder {
  let bytes = Buffer.alloc(1024);
  let length = 0;
  let lastRow = 0;
  let row = -1;
  let frequency = 0;
  const write = (value: number): void => {
    let rest = value;
    for (; rest >= 128; rest >>>= 7) {
      bytes[length] = (rest & 127) | 128;
      length += 1;
    }
    bytes[length] = rest;
    length += 1;
  };
  const finishRow = (): void => {
    if (row < 0) return;
    if (length + mostBytes > bytes.length) bytes = Buffer.concat([bytes, Buffer.alloc(bytes.length)]);
    write(row - lastRow);
    write(frequency);
    lastRow = row;
  };
  return {
    add: (clauseRow, halves) => {
      if (clauseRow === row) {
        frequency += halves;
        return;
      }
      if (clauseRow < row) throw new RangeError(`Expected a row behind ${row}, got ${clauseRow}.`);
      finishRow();
      row = clauseRow;
      frequency = halves;
    },
    take: () => {
      finishRow();
      const taken = Buffer.from(bytes.subarray(0, length));
      length = 0;
      lastRow = 0;
      row = -1;
      frequency = 0;
      return taken;
    },
  };
}

/** Calls `visit` for each posting, in the order of rows, with the frequency in halves. */
export function readPostings(bytes: Uint8Array, visit: (clauseRow: number, halves: number) => void): void {
  let at = 0;
  const readNumber = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const digit = bytes[at] ?? 0;
      at += 1;
      value |= (digit & 127) << shift;
      if (digit < 128) return value;
    }
  };
  let row = 0;
  while (at < bytes.length) {
    row += readNumber();
    visit(row, readNumber());
  }
}
