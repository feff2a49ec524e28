import { foldWidth } from './fold-width.ts';

/** 鄂政发〔2015〕80号, in whatever brackets. */
const fullNumber = /[\p{Script=Han}]{1,12}[〔［[【（(]\s*\d{4}\s*[〕］\]】）)]\s*(?:第\s*)?\d+\s*号/gu;

/** What other languages make of it: (E Zheng Fa [2015] No. 80), 鄂政发〔2015〕80호. */
export const latinNumber =
  /[(（「]?(?:\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}+){1,3}\s*|\p{Script=Han}{1,12}\s*)[〔［[【（(]\s*(\d{4})\s*[〕］\]】）)]\s*(?:No\.?|Nr\.?|n[°º]|第)?\s*(\d+)\s*[号號호]?[)）」]?/u;

/** The numbers of documents that a text names, as it writes them; the words before one may be taken for part of it. */
export function documentNumbersIn(text: string): string[] {
  return [...foldWidth(text).matchAll(fullNumber)].map(([number]) => number);
}

/** Whether a text that names these numbers names a document's: 按鄂政发〔2015〕80号 names 鄂政发[2015]80号. */
export function isNumberedSo(named: readonly string[], number: string): boolean {
  const own = bareNumber(number);
  return own !== '' && named.some((one) => bareNumber(one).endsWith(own));
}

/** A number without brackets and white space, by which two ways to write it are compared. */
export function bareNumber(number: string): string {
  return foldWidth(number).replace(/[\s〔〕[\]【】()（）第]/gu, '');
}

/** A text without the numbers of these documents, however their brackets are written. */
export function withoutNumbers(text: string, numbers: readonly string[]): string {
  return numbers.reduce((rest, number) => {
    const [, issuer, year, place] = /^(\D+)(\d{4})(\d+)号$/u.exec(bareNumber(number)) ?? [];
    if (issuer === undefined) return rest;
    const written = `[《「(（]?${issuer}\\s*[〔［[【（(]\\s*${year}\\s*[〕］\\]】）)]\\s*(?:第\\s*)?${place}\\s*[号號호][》」)）]?`;
    return rest.replace(new RegExp(written, 'gu'), ' ');
  }, text);
}
