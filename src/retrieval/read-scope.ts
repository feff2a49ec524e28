import { bareNumber, documentNumbersIn, isNumberedSo, latinNumber } from '../clauses/document-numbers.ts';
import { countriesNamedIn } from '../documents/countries.ts';
import { yearsNamedIn } from '../documents/named-years.ts';
import { regionsNamedIn } from '../documents/regions.ts';
import { simplifyHan } from '../documents/simplify-han.ts';
import type { IndexedDocument, KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { searchTerms } from '../knowledge/search-terms.ts';
import { documentsNamedByTitle } from './documents-named-by-title.ts';

/**
 * What a clause loses in standard deviations, more than neighbours in a ranking differ by; what another province decided
 * is no answer, however near.
 */
const regionLoss = 5;
const yearLoss = 0.8;
const titleLoss = 1;

/** The years of more documents are not read: a collection of laws or passages is of no period. */
const mostDocuments = 2_000;

/** What the region and the years that a question names mean for the documents. */
export type QuestionScope = {
  /** What a clause loses because its document is of another region or period; 0 where nothing is known. */
  lossOf(clauseRow: number): number;
  /** The region or year that the question names and none of the documents is about; null where there is none. */
  elsewhere: string | null;
  /** The full names of the provinces that the question names and documents are of. */
  provinces: ReadonlySet<string>;
  /** The ids of the documents that it names, by title or number; and the numbers. */
  documents: ReadonlySet<string>;
  numbers: readonly string[];
};

const nowhere = { lossOf: () => 0, provinces: new Set<string>(), documents: new Set<string>(), numbers: [] };

/**
 * Reads from the question which documents are meant, by region, period or title: no vector tells Hubei from Hunan, or
 * 2018 from 2020. Null when it names none of these.
 */
export function readScope(knowledge: KnowledgeBase, question: string): QuestionScope | null {
  const regions = new Set(regionsNamedIn(question));
  const years = yearsNamedIn(question);
  const country = countriesNamedIn(simplifyHan(question)).find((name) => !isMentioned(knowledge, name));
  if (country !== undefined) return { ...nowhere, elsewhere: country };
  const [region] = regions;
  if (region !== undefined && isOfOtherRegions(knowledge, regions)) return { ...nowhere, elsewhere: region };
  const isRight = (document: IndexedDocument | null): boolean =>
    document !== null && isOfRegion(document, regions);
  const numbered = documentsNamedByNumber(knowledge, question);
  const named =
    numbered.size > 0
      ? numbered
      : documentsNamedByTitle(knowledge, question, (id) => isRight(knowledge.findDocument(id)));
  if (regions.size === 0 && years.size === 0 && named.size === 0) return null;
  const documents = knowledge.listDocuments();
  const periods = documents.length > mostDocuments || years.size === 0 ? null : periodsOf(knowledge);
  return {
    provinces: new Set([...regions].filter((name) => knowledge.regions().has(name))),
    documents: named,
    numbers: [...numbered].map((id) => knowledge.findDocument(id)?.number ?? ''),
    elsewhere:
      periods !== null && isOfOtherYears(documents.filter(isRight), periods, years) ? nameOf(years) : null,
    lossOf: (clauseRow) => {
      const document = knowledge.findDocument(knowledge.documentIdAt(clauseRow) ?? '');
      if (document === null) return 0;
      const period = periods?.get(document.id);
      const isOtherYear = period?.isDated === true && !intersects(period.years, years);
      const isOtherTitle = named.size > 0 && !named.has(document.id);
      return (
        (isRight(document) ? 0 : regionLoss) + (isOtherYear ? yearLoss : 0) + (isOtherTitle ? titleLoss : 0)
      );
    },
  };
}

/** The documents whose number a question names, wholly or in another language by its year and its place in it. */
function documentsNamedByNumber(knowledge: KnowledgeBase, question: string): ReadonlySet<string> {
  const full = documentNumbersIn(question);
  const [written, year, place] = latinNumber.exec(question) ?? [];
  if (full.length === 0 && written === undefined) return new Set();
  const documents = knowledge.listDocuments().filter(({ number }) => number !== '');
  const exact = documents.filter(({ number }) => isNumberedSo(full, number));
  const ending = new RegExp(`${year}${place}号$`, 'u');
  const found = exact.length > 0 ? exact : documents.filter(({ number }) => ending.test(bareNumber(number)));
  return new Set(exact.length > 0 || found.length === 1 ? found.map(({ id }) => id) : []);
}

/** A country that the documents mention may be what they say something of. */
function isMentioned(knowledge: KnowledgeBase, country: string): boolean {
  return searchTerms(country).every((term) => knowledge.clausesWithTerm(term) > 0);
}

/** Documents of no region may be about any. */
function isOfRegion({ region }: IndexedDocument, regions: ReadonlySet<string>): boolean {
  return regions.size === 0 || region === '' || regions.has(region);
}

function isOfOtherRegions(knowledge: KnowledgeBase, regions: ReadonlySet<string>): boolean {
  const held = knowledge.regions();
  return held.size > 0 && !held.has('') && ![...held].some((region) => regions.has(region));
}

/** Most of the documents are dated, and none of them names any of the years. */
function isOfOtherYears(
  documents: readonly IndexedDocument[],
  periods: ReadonlyMap<string, Period>,
  years: ReadonlySet<number>,
): boolean {
  const held = documents.flatMap(({ id }) => periods.get(id) ?? []);
  const dated = held.filter(({ isDated }) => isDated);
  return dated.length * 2 > held.length && held.every((period) => !intersects(period.years, years));
}

function intersects(left: ReadonlySet<number>, right: ReadonlySet<number>): boolean {
  return [...right].some((year) => left.has(year));
}

function nameOf(years: ReadonlySet<number>): string {
  const sorted = [...years].sort();
  const [first, last] = [sorted.at(0), sorted.at(-1)];
  return first === last ? String(first) : `${first}–${last}`;
}

/** The years that a document names; `isDated` where it has a date, a number or a period in its title. */
type Period = { years: ReadonlySet<number>; isDated: boolean };
const periodsByKnowledge = new WeakMap<KnowledgeBase, Map<string, Period>>();

function periodsOf(knowledge: KnowledgeBase): ReadonlyMap<string, Period> {
  const known = periodsByKnowledge.get(knowledge);
  if (known !== undefined) return known;
  const periods = new Map<string, Period>();
  for (const { id, title, issuedOn, number } of knowledge.listDocuments()) {
    const dated = yearsNamedIn(`${title} ${number} ${issuedOn.slice(0, 4)}`);
    const years = new Set([...dated, ...yearsNamedIn(knowledge.textOf(id))]);
    periods.set(id, { years, isDated: dated.size > 0 });
  }
  periodsByKnowledge.set(knowledge, periods);
  return periods;
}
