/** The norm of a projected token: components beyond half of the norm are rare and are cut at a byte's end. */
export const tokenScale = 254;
const mostByte = 127;

/** Writes a direction into a row of bytes, scaled to the norm `tokenScale`; zeros for one without a direction. */
export function writeTokenRow(
  values: ArrayLike<number>,
  norm: number,
  target: Int8Array,
  offset: number,
): void {
  const scale = norm > 0 ? tokenScale / norm : 0;
  for (let index = 0; index < values.length; index += 1) {
    const byte = Math.round((values[index] ?? 0) * scale);
    target[offset + index] = Math.max(-mostByte, Math.min(mostByte, byte));
  }
}
