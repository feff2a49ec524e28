/** Slack refuses messages a little above this, escaped text and 100 a block counted. */
const maxMessageSize = 10_000;

type Json = Record<string, unknown>;
type Check = (value: unknown, at: string) => string[];

/**
 * What Slack would refuse in the blocks of a message, as lines for `response_metadata.messages`; empty when
 * all is well. Stricter than Slack where its documentation is silent: unknown fields and kinds are refused.
 */
export function blockKitProblems(blocks: unknown): string[] {
  const ids = stringsOf(blocks, ['block_id']);
  return [
    ...list(50, block)(blocks, '/blocks'),
    ...(new Set(ids).size < ids.length ? ['[ERROR] block_id must be unique /blocks'] : []),
  ];
}

/** The size by which `msg_blocks_too_long` is decided. */
export function messageSize(blocks: unknown[]): number {
  const escaped = (text: string) =>
    text.length + 4 * (text.match(/&/g)?.length ?? 0) + 3 * (text.match(/[<>]/g)?.length ?? 0);
  return stringsOf(blocks, ['text', 'url']).reduce((sum, text) => sum + escaped(text), 100 * blocks.length);
}

export function isTooLong(blocks: unknown[]): boolean {
  return messageSize(blocks) > maxMessageSize;
}

/** All strings under the given keys, however deep. */
export function stringsOf(value: unknown, keys: string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => stringsOf(item, keys));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? (keys.includes(key) ? [inner] : []) : stringsOf(inner, keys),
  );
}

const text =
  (max: number): Check =>
  (value, at) => {
    if (typeof value !== 'string') return [`[ERROR] must be a string ${at}`];
    if (value.length === 0) return [`[ERROR] must be more than 0 characters ${at}`];
    return value.length > max ? [`[ERROR] must be less than ${max + 1} characters ${at}`] : [];
  };

const list =
  (max: number, check: Check): Check =>
  (value, at) => {
    if (!Array.isArray(value)) return [`[ERROR] must be an array ${at}`];
    if (value.length === 0) return [`[ERROR] must not be empty ${at}`];
    const tooMany = value.length > max ? [`[ERROR] no more than ${max} items allowed ${at}`] : [];
    return [...tooMany, ...value.flatMap((item, index) => check(item, `${at}/${index}`))];
  };

/** An object of the fields given and no others; those in `required` must be there. */
const object =
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
const oneOf =
  (kinds: Record<string, Check>): Check =>
  (value, at) => {
    const type = isRecord(value) ? String(value.type) : 'nothing';
    return kinds[type] === undefined ? [`[ERROR] unsupported type: ${type} ${at}`] : kinds[type](value, at);
  };

const anything: Check = () => [];
const flag: Check = (value, at) => (typeof value === 'boolean' ? [] : [`[ERROR] must be a boolean ${at}`]);

const plainText = (max: number) => object({ type: anything, text: text(max), emoji: flag }, ['text']);
const anyText = (max: number) =>
  oneOf({
    plain_text: plainText(max),
    mrkdwn: object({ type: anything, text: text(max), verbatim: flag }, ['text']),
  });

const style = object({ bold: flag, italic: flag, strike: flag, code: flag });
const richElements = list(
  100,
  oneOf({
    text: object({ type: anything, text: text(3_000), style }, ['text']),
    link: object({ type: anything, url: text(3_000), text: text(3_000), style }, ['url']),
  }),
);
const richElement = oneOf({
  rich_text_section: object({ type: anything, elements: richElements }, ['elements']),
  rich_text_quote: object({ type: anything, elements: richElements, border: anything }, ['elements']),
});

const common = { type: anything, block_id: text(255) };
const block = oneOf({
  divider: object(common),
  header: object({ ...common, text: plainText(150) }, ['text']),
  section: object({ ...common, text: anyText(3_000), fields: list(10, anyText(2_000)) }),
  context: object({ ...common, elements: list(10, anyText(3_000)) }, ['elements']),
  rich_text: object({ ...common, elements: list(100, richElement) }, ['elements']),
});

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
