export type Json = Record<string, unknown>;
/** What is wrong with a value, as lines that end in its place; empty when all is well. */
export type Check = (value: unknown, at: string) => string[];

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** All strings under the given keys, however deep. */
export function stringsOf(value: unknown, keys: string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => stringsOf(item, keys));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? (keys.includes(key) ? [inner] : []) : stringsOf(inner, keys),
  );
}

export const anything: Check = () => [];

export const flag: Check = (value, at) =>
  typeof value === 'boolean' ? [] : [`[ERROR] must be a boolean ${at}`];

/** A string of 1 to `max` characters; `min` 0 lets the empty one pass. */
export const text =
  (max: number, min = 1): Check =>
  (value, at) => {
    if (typeof value !== 'string') return [`[ERROR] must be a string ${at}`];
    if (value.length < min) return [`[ERROR] must be more than ${min - 1} characters ${at}`];
    return value.length > max ? [`[ERROR] must be less than ${max + 1} characters ${at}`] : [];
  };

export const number =
  (min: number, max: number): Check =>
  (value, at) =>
    Number.isInteger(value) && Number(value) >= min && Number(value) <= max
      ? []
      : [`[ERROR] must be a whole number from ${min} to ${max} ${at}`];

export const word =
  (...words: string[]): Check =>
  (value, at) =>
    words.includes(String(value)) ? [] : [`[ERROR] must be one of ${words.join(', ')} ${at}`];

export const list =
  (max: number, check: Check): Check =>
  (value, at) => {
    if (!Array.isArray(value)) return [`[ERROR] must be an array ${at}`];
    if (value.length === 0) return [`[ERROR] must not be empty ${at}`];
    const tooMany = value.length > max ? [`[ERROR] no more than ${max} items allowed ${at}`] : [];
    return [...tooMany, ...value.flatMap((item, index) => check(item, `${at}/${index}`))];
  };

/** An object of the fields given and no others; those in `required` must be there. */
export const object =
  (fields: Record<string, Check>, required: string[] = []): Check =>
  (value, at) => {
    if (!isRecord(value)) return [`[ERROR] must be an object ${at}`];
    const missing = required.filter((key) => value[key] === undefined);
    return [
      ...missing.map((key) => `[ERROR] missing required field: ${key} ${at}`),
      ...Object.entries(value).flatMap(([key, inner]) =>
        fields[key] === undefined
          ? [`[ERROR] unknown field: ${key} ${at}`]
          : fields[key](inner, `${at}/${key}`),
      ),
    ];
  };

/** An object whose `type` chooses how the rest is checked. */
export const oneOf =
  (kinds: Record<string, Check>): Check =>
  (value, at) => {
    const type = isRecord(value) ? String(value.type) : 'nothing';
    return kinds[type] === undefined ? [`[ERROR] unsupported type: ${type} ${at}`] : kinds[type](value, at);
  };

/** Both checks; their problems one after the other. */
export const both =
  (first: Check, second: Check): Check =>
  (value, at) => [...first(value, at), ...second(value, at)];
