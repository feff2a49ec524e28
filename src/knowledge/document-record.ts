import { z } from 'zod';
import type { ParsedDocument } from '../clauses/parse-document.ts';
import { type StatedMetadata, statedSchema } from '../documents/read-stated.ts';
import type { DocumentLayout, DocumentMetadata } from '../documents/source-document.ts';
import type { ResponsibilityNote } from '../responsibility/assign-responsibility.ts';

/** What was not understood of a document, or is no part of what it says. */
export type ParseReport = Pick<ParsedDocument, 'noise' | 'gaps' | 'notTaken'> & {
  responsibility: ResponsibilityNote[];
};

const span = z.object({ start: z.number().int(), end: z.number().int() });
const noise = z.object({
  span,
  reason: z.enum([
    'page-header',
    'page-footer',
    'page-number',
    'navigation',
    'contents',
    'signature',
    'imprint',
  ]),
});

const metadataSchema: z.ZodType<DocumentMetadata> = z.object({
  title: z.string(),
  number: z.string(),
  issuer: z.string(),
  issuedOn: z.string(),
  effectiveOn: z.string(),
  region: z.string(),
  supersedes: z.array(z.string()),
  guessed: z.array(z.enum(['title', 'issuedOn', 'region'])),
});

const layoutSchema: z.ZodType<DocumentLayout> = z.object({
  pages: z.array(span),
  headings: z.array(z.object({ span, level: z.number().int() })),
  noise: z.array(noise),
});

const reportSchema: z.ZodType<ParseReport> = z.object({
  noise: z.array(noise),
  gaps: z.array(z.object({ span, label: z.string(), after: z.string() })),
  notTaken: z.array(span),
  responsibility: z.array(z.object({ span, reason: z.enum(['holds-for-section', 'not-split']) })),
});

/** Reads the JSON that the documents table of a generation keeps. Each throws ZodError when it is damaged. */
export const documentRecord = {
  metadata: (json: string): DocumentMetadata => metadataSchema.parse(JSON.parse(json)),
  layout: (json: string): DocumentLayout => layoutSchema.parse(JSON.parse(json)),
  stated: (json: string): StatedMetadata => statedSchema.parse(JSON.parse(json)),
  report: (json: string): ParseReport => reportSchema.parse(JSON.parse(json)),
};
