/** How a number is asked for, in the languages that are answered in. */
const asksForNumber =
  /多少|幾|百分之几|几(?:个|家|年|天|月|次|倍|成|分|户|人|项|条|类|种|批|所|座|台|万|亿|兆|岁|元|块)|何(?:人|個|件|年|割|倍|社|回|日|か月|％|%|戸|メガ|円)|いくつ|いくら|どのくらい|몇|얼마|\bhow (?:many|much|large|high|long|fast|big|far|old)\b|\bwhat (?:percentage|share|rate|number|size|amount|speed|maximum|minimum)\b|\bwie ?(?:viele?n?|hoch|groß|lange|schnell)\b|\bcombien\b|(?<!\p{L})cuánt[oa]s?\b/iu;
/** A number with what is counted; a year, the number of a clause or a name such as 4G is none. */
const counted =
  /(?<![\dA-Za-z])(?!(?:19|20)\d{2}\s*年)[\d.,]+\s*(?:[%％‰]|[万亿兆]|个|家|天|月|次|倍|成|户|人|项|条|类|种|批|所|座|台|辆|件|元|块|名|处|公里|平方|米|吨|层|岁|日|小时|分钟|兆|[KMGT]b|percent|million|billion|days?|hours?|months?|years?|times|people|households|euros?|dollars?)|(?<![第专栏])[一二三四五六七八九十百千两]+(?:个|家|天|月|次|倍|成|户|人|项|条|类|种|批|所|座|台|万|亿|分之|年)|百分之|[\d.]+\s*-\s*[\d.]+|全部|一半|翻番|翻一番/iu;

/** Whether a question asks for a number and the text that would answer it counts nothing. */
export function lacksNumber(question: string, text: string): boolean {
  return asksForNumber.test(question) && !counted.test(text);
}
