/** Measure words, each with those by which texts count the same things. */
const alike: readonly (readonly string[])[] = [
  ['家', '户', '个', '所'],
  ['户', '家', '个', '人', '名', '%', '％'],
  ['人', '名', '位', '个', '户', '员', '%', '％'],
  ['名', '人', '位', '个'],
  ['台', '辆', '套', '个', '部', '架'],
  ['辆', '台', '部', '个'],
  ['套', '台', '个', '项'],
  ['所', '家', '个', '座'],
  ['座', '个', '所', '处', '栋'],
  ['处', '个', '座', '所'],
  ['片', '块', '张'],
  ['张', '片', '份', '个'],
  ['份', '件', '个', '张'],
  ['件', '项', '个', '份', '起'],
  ['次', '遍', '回', '轮', '场'],
  ['场', '次', '个'],
  ['折'],
  ['亩', '公顷', '平方', '万亩'],
  ['吨', '公斤', '千克'],
  ['公里', '千米', '里'],
  ['平方米', '平方', '亩', '公顷'],
  ['村', '个'],
  ['门', '个', '种', '项'],
  ['字', '个'],
];
const measures = alike.map(([measure = '']) => measure).sort((left, right) => right.length - left.length);
const asks = new RegExp(
  `(?:多少|(?<!哪|十|[前后後])[几幾](?![年天个]{1,2}[前后後]))(?:[万亿])?(?<measure>${measures.join('|')})`,
  'u',
);
const number =
  '(?:[\\d０-９.,，]|[一二三四五六七八九十百千两]|(?=[万亿]))\\s*(?:余|多|几)?[万亿千百]?(?:余|多)?\\s*';

/** What a bare number may count: 用户数超过220万。 */
const mayBeBare = new Set(['家', '户', '人', '名', '台', '辆']);
const bare = '|[万亿](?=[，,。；;、）)]|$)';

/** A text gives it in the measure, or as a bare number. */
const givesBy = new Map(
  alike.map(([measure = '', ...others]) => [
    measure,
    new RegExp(`${number}(?:${[measure, ...others].join('|')}${mayBeBare.has(measure) ? bare : ''})`, 'u'),
  ]),
);

/**
 * Whether a Chinese question asks for a number of something (多少片, 几次) and the text has no number with that measure
 * word or one that counts the same things: 3万家 does not say how many 片.
 */
export function lacksMeasure(question: string, text: string): boolean {
  const measure = asks.exec(question)?.groups?.measure;
  return measure !== undefined && givesBy.get(measure)?.test(text) === false;
}
