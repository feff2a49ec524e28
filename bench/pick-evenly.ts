/** So many entries of a list, at even distances; all where it has no more. */
export function pickEvenly<Entry extends object>(entries: readonly Entry[], count: number): Entry[] {
  const step = Math.max(1, entries.length / count);
  const length = Math.min(count, entries.length);
  return Array.from({ length }, (_, index) => entries[Math.floor(index * step)]).filter(
    (entry) => entry !== undefined,
  );
}
