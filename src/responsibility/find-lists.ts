import type { Span } from '../documents/source-document.ts';

/** A list in brackets that names who is responsible; `content` is what stands between the brackets. */
export type ResponsibilityList = { span: Span; content: string };

const opening = /[（(〔【[]/u;
const closing = /[）)〕】\]]/u;

/** No list is longer, in characters; a bracket that is not closed by then is closed by the end of its paragraph. */
const mostCharacters = 20_000;

const named =
  /^\s*(?:责任|牵头|主办|主责|负责|承办|实施|配合|参与|协办|协助|主管|主要责任|第一责任|責任|牽頭|主辦|主責|負責|承辦|實施|參與|協辦|主要責任)(?:单位|部门|處室|处室|責任單位|責任单位|责任单位|單位|部門|机关|機關|机构|機構|主体|主體)?\s*(?:[：:]|(?:为|為)(?=[^，。]{2}))|^\s*(?:responsible(?:\s+(?:unit|department|authority|body|party|parties|office))?s?|lead(?:\s+(?:unit|department|agency|office))?|担当(?:部署|部門|課)?|所管(?:課|部署)?|담당(?:\s*부서)?|주관(?:\s*부서)?|zuständig|responsables?)\s*[：:]/iu;
const closed =
  /(?:负责|負責|牵头|牽頭|(?:配合|参与|參與|协助|協助)(?:实施|實施|落实|落實)?|主办|主辦|承办|承辦|协办|協辦|分工(?:办理|辦理))\s*$/u;
const latinClosed = /^\s*(?:jointly\s+)?(?:led|coordinated|headed)\s+by\s/iu;

/** Finds the lists in a stretch of a document's text, in its order. */
export function findLists(text: string, within: Span): ResponsibilityList[] {
  const ends = endsOfBrackets(text, within);
  const found: ResponsibilityList[] = [];
  for (let at = within.start; at < within.end; at += 1) {
    if (!opening.test(text.charAt(at))) continue;
    const close = ends.get(at);
    const isClosed = close !== undefined && close - at <= mostCharacters;
    const isNamed = named.test(text.slice(at + 1, Math.min(at + 61, within.end)));
    if (!isClosed && !isNamed) continue;
    const end = isClosed ? close : endOfParagraph(text, at, within.end);
    const content = text.slice(at + 1, isClosed ? end - 1 : end);
    const saysWho = isClosed && (closed.test(content.slice(-8)) || latinClosed.test(content.slice(0, 40)));
    if (!isNamed && !saysWho) continue;
    found.push({ span: { start: at, end }, content });
    at = end - 1;
  }
  return found;
}

/** Behind the bracket that closes each opening one; brackets of any width pair. */
function endsOfBrackets(text: string, within: Span): Map<number, number> {
  const open: number[] = [];
  const ends = new Map<number, number>();
  for (let at = within.start; at < within.end; at += 1) {
    const character = text.charAt(at);
    if (opening.test(character)) open.push(at);
    if (!closing.test(character)) continue;
    const start = open.pop();
    if (start !== undefined) ends.set(start, at + 1);
  }
  return ends;
}

function endOfParagraph(text: string, start: number, limit: number): number {
  const most = Math.min(limit, start + mostCharacters);
  const length = text.slice(start, most).search(/[。\n\r]/u);
  return length < 0 ? most : start + length;
}
