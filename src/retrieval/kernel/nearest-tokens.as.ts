// AssemblyScript, compiled by `npm run build:kernel` to nearest-tokens.wasm.
// For each of the question's rows the greatest inner product with any row of the passages, as 32-bit integers.

/** Rows are signed bytes; `length` is a multiple of 16. `best` has one i32 a question row. */
export function nearest(question: usize, questionRows: i32, rows: usize, rowCount: i32, length: i32, best: usize): void {
  for (let q = 0; q < questionRows; q++) {
    const left = question + q * length;
    let greatest = 0;
    for (let r = 0; r < rowCount; r++) {
      const right = rows + r * length;
      let sums = i32x4.splat(0);
      for (let at = 0; at < length; at += 16) {
        const a = v128.load(left + at);
        const b = v128.load(right + at);
        sums = i32x4.add(sums, i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_s(a), i16x8.extend_low_i8x16_s(b)));
        sums = i32x4.add(sums, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_s(a), i16x8.extend_high_i8x16_s(b)));
      }
      const product =
        i32x4.extract_lane(sums, 0) + i32x4.extract_lane(sums, 1) + i32x4.extract_lane(sums, 2) + i32x4.extract_lane(sums, 3);
      if (product > greatest) greatest = product;
    }
    store<i32>(best + q * 4, greatest);
  }
}
