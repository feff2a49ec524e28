const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A browser would read a bare one as a line feed.
  '\r': '&#13;',
  // HTML cannot hold it; a browser would drop it, and all offsets behind it would be wrong.
  '\0': '\uFFFD',
};

/**
 * Makes text safe between tags and in a quoted attribute. A browser reads back the very same text, but for U+0000
 * (shown as U+FFFD).
 */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'\r\0]/gu, (character) => references[character] ?? character);
}
