import type { AcceptedLabel } from './accept-labels.ts';
import { joinParagraphs } from './join-paragraphs.ts';
import { paragraphFamily } from './label-families.ts';

const endsItem = /[。；;]\s*$/u;

/**
 * Adds the paragraphs (款) of an article that stand behind its items: they belong to the article, not to the last
 * item, and have no label. 第三十四条 附加刑的种类如下：（一）…（三）没收财产。附加刑也可以独立适用。 Items that come
 * after such a paragraph stand beneath it. Only where the other items have one paragraph each.
 */
export function addParagraphs(text: string, labels: readonly AcceptedLabel[]): AcceptedLabel[] {
  const added: AcceptedLabel[] = [];
  for (let index = 0; index < labels.length; ) {
    const label = labels[index];
    if (label === undefined) break;
    const end = endOfClause(labels, index);
    const isArticle = label.family.name === 'article' && text.startsWith('第', label.span.start);
    if (isArticle && end > index + 1) added.push(...readArticle(text, labels, index, end));
    else added.push(label);
    index = isArticle ? end : index + 1;
  }
  return added;
}

/** @param end index of the first label behind the article. */
function readArticle(
  text: string,
  labels: readonly AcceptedLabel[],
  article: number,
  end: number,
): AcceptedLabel[] {
  const [head, ...items] = labels.slice(article, end);
  if (head === undefined) return [];
  const textEnd = labels[end]?.clauseStart ?? text.length;
  const read: AcceptedLabel[] = [head];
  let number = paragraphsIn(text, head.span.end, items[0]?.clauseStart ?? textEnd).length;
  let isBelow = false;
  items.forEach((item, index) => {
    const next = items[index + 1];
    const own = paragraphsIn(text, item.span.end, next?.clauseStart ?? textEnd);
    read.push(isBelow ? { ...item, depth: item.depth + 1 } : item);
    const goesOn = next !== undefined && (next.depth !== head.depth + 1 || next.number !== 1);
    const [first, ...behind] = own;
    if (goesOn || first === undefined || !endsItem.test(text.slice(first.start, first.end))) return;
    if (!items.slice(0, index).every((one, place) => isSingle(text, one, items[place + 1]))) return;
    for (const { start } of behind) {
      number += 1;
      isBelow = true;
      read.push(paragraphLabel(head, start, Math.max(number, 2)));
    }
  });
  return read;
}

/** An item of one paragraph, or the last of its list, behind which paragraphs of the article stand. */
function isSingle(text: string, item: AcceptedLabel, next: AcceptedLabel | undefined): boolean {
  if (next === undefined || next.number === 1) return true;
  return paragraphsIn(text, item.span.end, next.clauseStart).length <= 1;
}

function paragraphLabel(article: AcceptedLabel, start: number, number: number): AcceptedLabel {
  return {
    family: paragraphFamily,
    number,
    branch: 0,
    outer: [],
    span: { start, end: start },
    clauseStart: start,
    position: 'line',
    isSetOff: true,
    markedLevel: null,
    depth: article.depth + 1,
    skippedFrom: null,
  };
}

function paragraphsIn(text: string, start: number, end: number): Array<{ start: number; end: number }> {
  return joinParagraphs(text, { start, end });
}

function endOfClause(labels: readonly AcceptedLabel[], index: number): number {
  const depth = labels[index]?.depth ?? 0;
  let end = index + 1;
  while ((labels[end]?.depth ?? 0) > depth) end += 1;
  return end;
}
