// AssemblyScript, compiled by `npm run build:kernel` to matrix-products.wasm.ts.
// Products of matrices of 32-bit floats, row after row; the widths are multiples of 16, the number of outer rows is even.

function total(sums: v128): f32 {
  return f32x4.extract_lane(sums, 0) + f32x4.extract_lane(sums, 1) + f32x4.extract_lane(sums, 2) + f32x4.extract_lane(sums, 3);
}

/**
 * The inner product of each left row with each right row. Two rows by four at a time, because reading a number costs as
 * much as multiplying it; at the end of a matrix the last row is taken again, which writes the same number twice.
 */
export function multiply(left: usize, rows: i32, right: usize, columns: i32, width: i32, out: usize): void {
  const stride = width << 2;
  for (let row = 0; row < rows; row += 2) {
    const rowB = min(row + 1, rows - 1);
    for (let column = 0; column < columns; column += 4) {
      const columnB = min(column + 1, columns - 1);
      const columnC = min(column + 2, columns - 1);
      const columnD = min(column + 3, columns - 1);
      const l0 = left + row * stride;
      const l1 = left + rowB * stride;
      const r0 = right + column * stride;
      const r1 = right + columnB * stride;
      const r2 = right + columnC * stride;
      const r3 = right + columnD * stride;
      let aa = f32x4.splat(0);
      let ab = f32x4.splat(0);
      let ac = f32x4.splat(0);
      let ad = f32x4.splat(0);
      let ba = f32x4.splat(0);
      let bb = f32x4.splat(0);
      let bc = f32x4.splat(0);
      let bd = f32x4.splat(0);
      for (let at = 0; at < stride; at += 16) {
        const a = v128.load(l0 + at);
        const b = v128.load(l1 + at);
        const first = v128.load(r0 + at);
        const second = v128.load(r1 + at);
        const third = v128.load(r2 + at);
        const fourth = v128.load(r3 + at);
        aa = f32x4.add(aa, f32x4.mul(a, first));
        ab = f32x4.add(ab, f32x4.mul(a, second));
        ac = f32x4.add(ac, f32x4.mul(a, third));
        ad = f32x4.add(ad, f32x4.mul(a, fourth));
        ba = f32x4.add(ba, f32x4.mul(b, first));
        bb = f32x4.add(bb, f32x4.mul(b, second));
        bc = f32x4.add(bc, f32x4.mul(b, third));
        bd = f32x4.add(bd, f32x4.mul(b, fourth));
      }
      const o0 = out + row * columns * 4;
      const o1 = out + rowB * columns * 4;
      store<f32>(o0 + column * 4, total(aa));
      store<f32>(o0 + columnB * 4, total(ab));
      store<f32>(o0 + columnC * 4, total(ac));
      store<f32>(o0 + columnD * 4, total(ad));
      store<f32>(o1 + column * 4, total(ba));
      store<f32>(o1 + columnB * 4, total(bb));
      store<f32>(o1 + columnC * 4, total(bc));
      store<f32>(o1 + columnD * 4, total(bd));
    }
  }
}

/** Adds to `sum` the outer product of each left row with the right row at the same place. Two rows by 16 at a time. */
export function addOuter(left: usize, leftWidth: i32, right: usize, rightWidth: i32, rows: i32, sum: usize): void {
  const leftStride = leftWidth << 2;
  const rightStride = rightWidth << 2;
  for (let row = 0; row < leftWidth; row += 2) {
    for (let column = 0; column < rightStride; column += 64) {
      const upper = sum + row * rightStride + column;
      const lower = upper + rightStride;
      let ua = v128.load(upper);
      let ub = v128.load(upper, 16);
      let uc = v128.load(upper, 32);
      let ud = v128.load(upper, 48);
      let la = v128.load(lower);
      let lb = v128.load(lower, 16);
      let lc = v128.load(lower, 32);
      let ld = v128.load(lower, 48);
      for (let place = 0; place < rows; place++) {
        const factors = left + place * leftStride + row * 4;
        const f = v128.load32_splat(factors);
        const g = v128.load32_splat(factors, 4);
        const from = right + place * rightStride + column;
        const a = v128.load(from);
        const b = v128.load(from, 16);
        const c = v128.load(from, 32);
        const d = v128.load(from, 48);
        ua = f32x4.add(ua, f32x4.mul(f, a));
        ub = f32x4.add(ub, f32x4.mul(f, b));
        uc = f32x4.add(uc, f32x4.mul(f, c));
        ud = f32x4.add(ud, f32x4.mul(f, d));
        la = f32x4.add(la, f32x4.mul(g, a));
        lb = f32x4.add(lb, f32x4.mul(g, b));
        lc = f32x4.add(lc, f32x4.mul(g, c));
        ld = f32x4.add(ld, f32x4.mul(g, d));
      }
      v128.store(upper, ua);
      v128.store(upper, ub, 16);
      v128.store(upper, uc, 32);
      v128.store(upper, ud, 48);
      v128.store(lower, la);
      v128.store(lower, lb, 16);
      v128.store(lower, lc, 32);
      v128.store(lower, ld, 48);
    }
  }
}
