import type { types } from '@slack/bolt';
import type { AnswerDocument } from '../../answer/answer.ts';
import { documentName } from '../messages/answer-entries.ts';
import { paragraph, richText } from '../messages/slack-message.ts';
import { displayText } from '../messages/slack-text.ts';
import type { Texts } from '../texts/texts-for.ts';

/** More would make the Home tab a list; the command lists all. */
const mostDocuments = 30;
const lineSize = 300;

/** The Home tab: what the bot does, the documents, questions to begin with, what this person asked last. */
export function homeView(
  home: { documents: readonly AnswerDocument[]; examples: readonly string[]; recent: readonly string[] },
  texts: Texts,
): types.HomeView {
  const shown = home.documents.slice(0, mostDocuments);
  const notShown = home.documents.length - shown.length;
  const documents = shown.map((document) => line(documentLine(document)));
  if (notShown > 0)
    documents.push(paragraph(texts('homeMoreDocuments', { count: notShown }), { italic: true }));
  const recent = home.recent.length === 0 ? [paragraph(texts('homeNoRecent'))] : home.recent.map(line);
  return {
    type: 'home',
    blocks: [
      header(texts('homeTitle')),
      richText([paragraph(texts('homeIntro'))]),
      header(texts('homeDocuments', { count: home.documents.length })),
      ...(documents.length > 0 ? [richText(documents)] : []),
      ...(home.examples.length > 0 ? [header(texts('homeExamples')), richText(home.examples.map(line))] : []),
      header(texts('homeRecent')),
      richText(recent),
    ],
  };
}

function header(text: string): types.HeaderBlock {
  return { type: 'header', text: { type: 'plain_text', text: displayText(text, 150) } };
}

function line(text: string): types.RichTextSection {
  return paragraph(`• ${displayText(text, lineSize)}\n`);
}

function documentLine(document: AnswerDocument): string {
  return [documentName(document), document.issuer, document.issuedOn]
    .filter((part) => part !== '')
    .join(' · ');
}
