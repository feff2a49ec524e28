import { foldText } from '../clauses/fold-text.ts';

/** What a clause says without its label, folded: the same for 第三条 and 第四条 when only the number differs. */
export function contentOf({ label, text }: { label: string; text: string }): string {
  const folded = foldText(text);
  const foldedLabel = foldText(label);
  return folded.startsWith(foldedLabel) ? folded.slice(foldedLabel.length).trimStart() : folded;
}
