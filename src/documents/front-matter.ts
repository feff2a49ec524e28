const block = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u;

/** The YAML between --- lines at the head of a text; an empty string where there is none. */
export function frontMatterOf(text: string): string {
  return block.exec(text)?.[1] ?? '';
}

/** Where the text begins behind its front matter. */
export function endOfFrontMatter(text: string): number {
  return block.exec(text)?.[0].length ?? 0;
}
