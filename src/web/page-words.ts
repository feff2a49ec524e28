/** What the pages themselves say, in one language. */
export type PageWords = {
  /** BCP 47 tag, for `lang` and for the sentences of an answer. */
  language: string;
  documents: string;
  noDocuments: string;
  number: string;
  issuer: string;
  issuedOn: string;
  effectiveOn: string;
  file: string;
  /** Behind what the document does not state itself. */
  inferred: string;
  contents: string;
  /** Before the address of the marked words. */
  quoted: string;
  documentGone: string;
  placeGone: string;
  failed(reference: string): string;
};

const chinese: PageWords = {
  language: 'zh',
  documents: '全部文件',
  noDocuments: '还没有收录文件。',
  number: '文号',
  issuer: '发布机关',
  issuedOn: '发布日期',
  effectiveOn: '施行日期',
  file: '文件名',
  inferred: '推断',
  contents: '目录',
  quoted: '引用位置',
  documentGone: '这份文件已不在收录之列。',
  placeGone: '这份文件已经变动，所引用的位置不存在了。',
  failed: (reference) => `页面无法显示，请稍后再试（编号 ${reference}）。`,
};

const english: PageWords = {
  language: 'en',
  documents: 'All documents',
  noDocuments: 'No documents are indexed yet.',
  number: 'Number',
  issuer: 'Issuer',
  issuedOn: 'Issued on',
  effectiveOn: 'In force from',
  file: 'File',
  inferred: 'inferred',
  contents: 'Contents',
  quoted: 'Quoted',
  documentGone: 'This document is no longer indexed.',
  placeGone: 'This document has changed, and the quoted place is no longer in it.',
  failed: (reference) => `This page cannot be shown; please try again later (reference ${reference}).`,
};

/** The words in the first language of an `Accept-Language` header that there are words in; else English. */
export function wordsFor(acceptLanguage: string | undefined): PageWords {
  const tags = (acceptLanguage ?? '').toLowerCase().matchAll(/(?:^|,)\s*(zh|en)\b/gu);
  return [...tags][0]?.[1] === 'zh' ? chinese : english;
}
