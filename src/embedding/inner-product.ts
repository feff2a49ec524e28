/**
 * The inner product of `length` numbers of two arrays from given places on; `length` is a multiple of 4. Four
 * sums side by side, because one sum has to wait for itself at each step.
 */
export function innerProduct(
  left: Float32Array,
  leftStart: number,
  right: Float32Array,
  rightStart: number,
  length: number,
): number {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let at = 0; at < length; at += 4) {
    const here = leftStart + at;
    const there = rightStart + at;
    first += (left[here] ?? 0) * (right[there] ?? 0);
    second += (left[here + 1] ?? 0) * (right[there + 1] ?? 0);
    third += (left[here + 2] ?? 0) * (right[there + 2] ?? 0);
    fourth += (left[here + 3] ?? 0) * (right[there + 3] ?? 0);
  }
  return first + second + third + fourth;
}
