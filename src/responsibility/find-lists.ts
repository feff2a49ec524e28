import type { Span } from '../documents/source-document.ts';

/** A list in brackets that names who is responsible; `content` is what stands between the brackets. */
export type ResponsibilityList = { span: Span; content: string };

const opening = /[（(]/u;
const closing = /[）)]/u;

/** No list is longer, in characters; a bracket that is not closed by then is closed by the end of its paragraph. */
const mostCharacters = 1_500;

const named =
  /^\s*(?:责任|牵头|主办|主责|负责|配合|参与|协办|主要责任|第一责任)(?:单位|部门|责任单位)?\s*[：:]|^\s*(?:responsible(?:\s+(?:unit|department|authority|body))?|lead(?:\s+(?:unit|department))?|担当(?:部署|部門|課)?|담당(?:\s*부서)?|zuständig|responsable)\s*[：:]/iu;
const closed = /(?:负责|牵头|(?:配合|参与|协助)(?:实施|落实)?)\s*$/u;

/** Finds the lists in a stretch of a document's text, in its order. */
export function findLists(text: string, within: Span): ResponsibilityList[] {
  const found: ResponsibilityList[] = [];
  for (let at = within.start; at < within.end; at += 1) {
    if (!opening.test(text.charAt(at))) continue;
    const end = endOfBracket(text, at, within.end);
    const isClosed = closing.test(text.charAt(end - 1));
    const content = text.slice(at + 1, isClosed ? end - 1 : end);
    if (!named.test(content) && !(isClosed && closed.test(content))) continue;
    found.push({ span: { start: at, end }, content });
    at = end - 1;
  }
  return found;
}

/** Behind the bracket that closes the one at `start`; brackets in between are paired. */
function endOfBracket(text: string, start: number, limit: number): number {
  const most = Math.min(limit, start + mostCharacters);
  let depth = 0;
  for (let at = start; at < most; at += 1) {
    if (opening.test(text.charAt(at))) depth += 1;
    if (closing.test(text.charAt(at))) depth -= 1;
    if (depth === 0) return at + 1;
  }
  const paragraph = text.slice(start, most).search(/[。\n\r]/u);
  return paragraph < 0 ? most : start + paragraph;
}
