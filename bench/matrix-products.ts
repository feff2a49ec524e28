/** So many rows of the left matrix stay in the processor's nearest memory while the right one passes by. */
const rowsPerTile = 8;

/**
 * The inner product of each row of `left` with each row of `right`, all of `width` numbers, row by row into `out`. Two
 * rows by four at a time, because reading a number costs as much as multiplying it, and `right` in 64 bits, because
 * turning a number from 32 does too; at the end of a matrix the last row is taken again, which writes the same number
 * twice.
 */
export function multiplyRows(
  left: Float32Array,
  right: Float32Array,
  width: number,
  out: Float32Array,
): void {
  const wide = Float64Array.from(right);
  const rows = left.length / width;
  const columns = right.length / width;
  for (let tile = 0; tile < rows; tile += rowsPerTile) {
    for (let column = 0; column < columns; column += 4) {
      for (let row = tile; row < Math.min(tile + rowsPerTile, rows); row += 2)
        multiplyBlock(left, wide, width, out, row, column);
    }
  }
}

function multiplyBlock(
  left: Float32Array,
  right: Float64Array,
  width: number,
  out: Float32Array,
  row: number,
  column: number,
): void {
  const columns = right.length / width;
  const rowB = Math.min(row + 1, left.length / width - 1);
  const columnB = Math.min(column + 1, columns - 1);
  const columnC = Math.min(column + 2, columns - 1);
  const columnD = Math.min(column + 3, columns - 1);
  const leftA = row * width;
  const leftB = rowB * width;
  const rightA = column * width;
  const rightB = columnB * width;
  const rightC = columnC * width;
  const rightD = columnD * width;
  let aa = 0;
  let ab = 0;
  let ac = 0;
  let ad = 0;
  let ba = 0;
  let bb = 0;
  let bc = 0;
  let bd = 0;
  for (let at = 0; at < width; at += 1) {
    const a = left[leftA + at] ?? 0;
    const b = left[leftB + at] ?? 0;
    const first = right[rightA + at] ?? 0;
    const second = right[rightB + at] ?? 0;
    const third = right[rightC + at] ?? 0;
    const fourth = right[rightD + at] ?? 0;
    aa += a * first;
    ab += a * second;
    ac += a * third;
    ad += a * fourth;
    ba += b * first;
    bb += b * second;
    bc += b * third;
    bd += b * fourth;
  }
  out[row * columns + column] = aa;
  out[row * columns + columnB] = ab;
  out[row * columns + columnC] = ac;
  out[row * columns + columnD] = ad;
  out[rowB * columns + column] = ba;
  out[rowB * columns + columnB] = bb;
  out[rowB * columns + columnC] = bc;
  out[rowB * columns + columnD] = bd;
}

/**
 * Adds to `sum` the outer products of the rows of `left` and `right` at the same places, those of `places` only. Four
 * places and two rows of the sum at a time, so that a number is read for several products; where fewer places are left,
 * the rest has the factor 0.
 * @param leftWidth an even number.
 */
export function addOuterProducts(
  left: Float32Array,
  leftWidth: number,
  right: Float32Array,
  rightWidth: number,
  places: readonly number[],
  sum: Float64Array,
): void {
  const factors = new Float64Array(4 * leftWidth);
  const rows = new Float64Array(4 * rightWidth);
  for (let start = 0; start < places.length; start += 4) {
    for (let next = 0; next < 4; next += 1) {
      const place = places[start + next];
      for (let row = 0; row < leftWidth; row += 1)
        factors[4 * row + next] = place === undefined ? 0 : (left[place * leftWidth + row] ?? 0);
      for (let at = 0; at < rightWidth; at += 1)
        rows[next * rightWidth + at] = place === undefined ? 0 : (right[place * rightWidth + at] ?? 0);
    }
    for (let row = 0; row < leftWidth; row += 2) addToTwoRows(factors, rows, rightWidth, row, sum);
  }
}

/** Adds four rows to the two of the sum that begin with `row`, each times its factor. */
function addToTwoRows(
  factors: Float64Array,
  rows: Float64Array,
  width: number,
  row: number,
  sum: Float64Array,
): void {
  const from = 4 * row;
  const a = factors[from] ?? 0;
  const b = factors[from + 1] ?? 0;
  const c = factors[from + 2] ?? 0;
  const d = factors[from + 3] ?? 0;
  const e = factors[from + 4] ?? 0;
  const f = factors[from + 5] ?? 0;
  const g = factors[from + 6] ?? 0;
  const h = factors[from + 7] ?? 0;
  const upper = row * width;
  const lower = upper + width;
  for (let at = 0; at < width; at += 1) {
    const first = rows[at] ?? 0;
    const second = rows[width + at] ?? 0;
    const third = rows[2 * width + at] ?? 0;
    const fourth = rows[3 * width + at] ?? 0;
    sum[upper + at] = (sum[upper + at] ?? 0) + a * first + b * second + c * third + d * fourth;
    sum[lower + at] = (sum[lower + at] ?? 0) + e * first + f * second + g * third + h * fourth;
  }
}
