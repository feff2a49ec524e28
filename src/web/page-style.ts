/**
 * The style of all pages. The text of a document keeps its own line breaks and spaces; clauses and headings are
 * inline, so that one which begins in the middle of a line stays there; what turns the direction of writing ends with its clause. Fonts follow `lang`.
 */
export const pageStyle = `
:root { color-scheme: light dark; --paper: #fdfdfb; --ink: #1d1d1b; --faint: #5f5f5a; --line: #d9d9d2;
  --link: #0b57a4; --clause: #eef4e6; --quote: #ffe27a; }
@media screen and (prefers-color-scheme: dark) {
  :root { --paper: #181917; --ink: #e8e8e3; --faint: #a3a39c; --line: #3a3b37; --link: #8ab8f0;
    --clause: #26301f; --quote: #6b5600; } }
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 1.0625rem/1.8 system-ui, sans-serif;
  scroll-padding-top: 15vh; -webkit-text-size-adjust: 100%; }
body { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1.25rem 40vh; overflow-wrap: anywhere;
  line-break: strict; }
a { color: var(--link); text-underline-offset: .2em; }
h1 { font-size: 1.5rem; line-height: 1.4; margin: 1rem 0; text-wrap: balance; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: 1rem 0; font-size: .9375rem; }
dt, small { color: var(--faint); }
dd { margin: 0; }
.notice, .quoted { padding: .5rem .875rem; border-left: .25rem solid var(--quote); font-size: .9375rem; }
details { margin: 1rem 0; font-size: .9375rem; }
details ol, .documents { list-style: none; padding: 0; }
details ol ol { padding-left: 1.5rem; }
.documents li { margin: .75rem 0; }
.documents small { display: block; }
article { margin-top: 1.5rem; padding-top: 1.5rem; border-top: 1px solid var(--line); white-space: pre-wrap; }
article section, article :is(h2, h3, h4, h5, h6) { display: inline; unicode-bidi: isolate; }
article :is(h2, h3, h4, h5, h6) { font-size: 1em; font-weight: 650; }
article h2 { font-size: 1.1875em; }
article section section:target { background: var(--clause); padding-block: .35em;
  -webkit-box-decoration-break: clone; box-decoration-break: clone; }
mark { background: var(--quote); color: inherit; padding-block: .15em;
  -webkit-box-decoration-break: clone; box-decoration-break: clone; }
@media print {
  html { font-size: 10.5pt; line-height: 1.6; }
  body { max-width: none; padding: 0; }
  nav, details { display: none; }
  mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;
