import { createHash } from 'node:crypto';
import { escapeHtml } from './escape-html.ts';
import { pageStyle } from './page-style.ts';

/** `lang` is the language of what the page itself says; `body` is HTML. */
export type PageContent = { lang: string; title: string; body: string };

const styleHash = createHash('sha256').update(pageStyle).digest('base64');

/** Nothing is loaded, run, sent or framed; the one style is allowed by its hash. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** Characters that turn the direction of what follows; a window's title has no element to keep them in. */
const directions = /[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/gu;

/** Puts a page together; it is to be sent with `pageHeaders`. */
export function pageFrame({ lang, title, body }: PageContent): string {
  return `<!doctype html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title.replace(directions, ''))}</title>
<style>${pageStyle}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
