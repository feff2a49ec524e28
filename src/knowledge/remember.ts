/**
 * Keeps what a function returned, by its argument; when more than `most` are kept, the oldest is forgotten.
 * For functions of what never changes, such as a generation of the index.
 */
export function remember<Key, Value>(most: number, compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const value = compute(key);
    known.set(key, value);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return value;
  };
}
