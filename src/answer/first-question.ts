/** Behind this a second question follows: 省司法厅参加吗？还有哪几家单位？ */
const secondQuestion =
  /(?<=[?？。！])\s*(?=\S)|[，,]\s*(?=(?:and|und|et|y|还有|還有|另外|以及|请|請)\s*(?:which|what|who|welche|wer|quel|qui|qué|quién|does|is|le |la |les |哪|谁|誰|列)|(?:还有|還有|另外)[^，,]{0,4}(?:哪|谁|誰))/iu;

/** The first of several questions in one; null where there is only one. */
export function firstQuestion(text: string): string | null {
  const [first = '', ...others] = text.split(secondQuestion);
  return others.length > 0 ? first : null;
}
