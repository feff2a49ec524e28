/** The source of a regular expression that matches a text to the letter. */
export function literalPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
