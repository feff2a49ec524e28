import { basename, resolve } from 'node:path';
import { addressOf } from '../answer/cite-clause.ts';
import { describeDocument } from '../answer/describe-document.ts';
import { findResponsible } from '../answer/find-responsible.ts';
import { pathTo } from '../answer/quote-clause.ts';
import { resolveAddress } from '../answer/resolve-address.ts';
import { parseAddress } from '../clauses/parse-address.ts';
import { ConfigurationError } from '../errors.ts';
import type { IndexedClause, IndexedDocument, KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { CommandContext } from './command-context.ts';
import { describeReport, drawReport } from './describe-report.ts';
import { openIndex } from './open-index.ts';
import { openRegistry } from './open-registry.ts';
import { buildOutline, type OutlineNode, type ResponsibleOf, toNode } from './outline-node.ts';

export type ShowOptions = { index: string; json: boolean };

/** `clausewise show DOC [CLAUSE]`: the outline of a document, or one clause in full. @returns the exit code. */
export async function runShow(
  { config, stdout }: CommandContext,
  documentName: string,
  clauseName: string | undefined,
  options: ShowOptions,
): Promise<number> {
  const registry = openRegistry(config.registryFile);
  const knowledge = await openIndex(options.index);
  const responsibleOf: ResponsibleOf = (clause) => findResponsible(knowledge, registry, clause);
  try {
    const document = findDocument(knowledge, documentName, options.index);
    const shown =
      clauseName === undefined
        ? showDocument(knowledge, document, responsibleOf)
        : showClause(knowledge, document, findClause(knowledge, document, clauseName), responsibleOf);
    stdout.write(options.json ? `${JSON.stringify(shown.json)}\n` : `${shown.text}\n`);
    return 0;
  } finally {
    knowledge.close();
  }
}

function showDocument(
  knowledge: KnowledgeBase,
  document: IndexedDocument,
  responsibleOf: ResponsibleOf,
): { json: object; text: string } {
  const outline = buildOutline(knowledge.clausesOf(document.id), responsibleOf);
  const json = {
    document: describeDocument(document),
    text: knowledge.textOf(document.id),
    outline,
    report: describeReport(knowledge, document),
  };
  const drawn = [document.title, ...outline.flatMap((node) => drawNode(node, 1)), ...drawReport(json.report)];
  return { json, text: drawn.join('\n') };
}

function drawNode(node: OutlineNode, depth: number): string[] {
  const isUnnamed = node.kind === 'preamble' || node.kind === 'paragraph';
  const name = isUnnamed ? `(${node.kind})` : `${node.label} ${node.heading}`.trim();
  return [`${'  '.repeat(depth)}${name}`, ...node.children.flatMap((child) => drawNode(child, depth + 1))];
}

function showClause(
  knowledge: KnowledgeBase,
  document: IndexedDocument,
  clause: IndexedClause,
  responsibleOf: ResponsibleOf,
): { json: object; text: string } {
  const node = buildOutlineOf(knowledge, clause, responsibleOf);
  const text = knowledge.textOf(document.id).slice(node.span.start, node.span.end);
  const parents = pathTo(knowledge, clause)
    .filter(({ id }) => id !== clause.id)
    .map((parent) => toNode(parent, responsibleOf));
  return { json: { document: describeDocument(document), clause: node, text, parents }, text };
}

/** The node of a clause with all beneath it. */
function buildOutlineOf(
  knowledge: KnowledgeBase,
  clause: IndexedClause,
  responsibleOf: ResponsibleOf,
): OutlineNode {
  if (clause.level === 0) return toNode(clause, responsibleOf);
  const beneath = knowledge
    .clausesOf(clause.documentId)
    .filter(({ span, row }) => row >= clause.row && span.end <= clause.span.end);
  return buildOutline(beneath, responsibleOf)[0] ?? toNode(clause, responsibleOf);
}

/** By id, by path, or by file name. @throws ConfigurationError `document-unknown`. */
function findDocument(knowledge: KnowledgeBase, name: string, indexDir: string): IndexedDocument {
  const found = knowledge
    .listDocuments()
    .find(
      (document) =>
        document.id === name ||
        document.path === resolve(name) ||
        basename(document.path) === name ||
        document.name === name,
    );
  if (found !== undefined) return found;
  throw new ConfigurationError(
    'document-unknown',
    `The index in ${indexDir} has no document ${name}: name one by id, path or file name; "clausewise documents" lists them.`,
  );
}

/**
 * By id, or by address as it is cited or said; the end of an address is enough where only one clause has it.
 * @throws ConfigurationError `clause-unknown`, `clause-ambiguous`.
 */
function findClause(knowledge: KnowledgeBase, document: IndexedDocument, name: string): IndexedClause {
  const clauses = knowledge.clausesOf(document.id);
  const wanted = bare(name);
  const addresses = clauses.map((clause) => ({
    clause,
    address: bare(addressOf(pathTo(knowledge, clause))),
  }));
  const exact =
    clauses.find(({ id }) => id === name) ?? addresses.find(({ address }) => address === wanted)?.clause;
  if (exact !== undefined) return exact;
  const steps = parseAddress(name)?.steps ?? [];
  const [addressed, second] = resolveAddress(knowledge, steps, new Set([document.id]));
  if (addressed !== undefined && second === undefined) return addressed.clause;
  const ending = wanted === '' ? [] : addresses.filter(({ address }) => address.endsWith(wanted));
  const [only, another] = ending;
  if (only !== undefined && another === undefined) return only.clause;
  if (only !== undefined) {
    const examples = ending.slice(0, 3).map(({ clause }) => addressOf(pathTo(knowledge, clause)));
    throw new ConfigurationError(
      'clause-ambiguous',
      `The document ${document.name} has ${ending.length} clauses ${name}: name one by its whole address (${examples.join(', ')}).`,
    );
  }
  throw new ConfigurationError(
    'clause-unknown',
    `The document ${document.name} has no clause ${name}: name one by its id or address; "clausewise show ${document.name}" draws its outline.`,
  );
}

/** Addresses are compared without white space and the marks behind numbers, brackets of either width alike. */
function bare(address: string): string {
  return address.normalize('NFKC').replace(/[\s、.]/gu, '');
}
