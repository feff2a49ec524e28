import { z } from 'zod';

/* The objects of `--json`, key for key: a missing key and a further one are both errors. */

const countSchema = z.number().int().nonnegative();

const spanSchema = z
  .strictObject({ start: countSchema, end: countSchema })
  .refine(({ start, end }) => start <= end, 'Expected start <= end');

const documentFields = {
  id: z.string().min(1),
  path: z.string().min(1),
  title: z.string().min(1),
  number: z.string(),
  issuer: z.string(),
  issuedOn: z.union([z.literal(''), z.iso.date()]),
  region: z.string(),
};
const documentSchema = z.strictObject(documentFields);

const roleSchema = z.enum(['lead', 'support', 'joint']);

const responsibleSchema = z.strictObject({
  name: z.string().min(1),
  canonical: z.string(),
  role: roleSchema,
  inheritedFrom: z.string().nullable(),
  clause: z.string().min(1),
  evidence: z.string().min(1),
  evidenceSpan: z.strictObject({ documentId: z.string().min(1), start: countSchema, end: countSchema }),
});

const clauseSchema = z.strictObject({
  id: z.string().min(1),
  label: z.string(),
  heading: z.string(),
  path: z.array(z.string()),
});

const quotationSchema = z.strictObject({
  quote: z.string().min(1),
  document: documentSchema,
  clause: clauseSchema,
  span: spanSchema,
  citation: z.string().min(1),
  score: z.number(),
  url: z.url().nullable(),
});

const dutySchema = z.strictObject({
  unit: z.string().min(1),
  role: roleSchema,
  clause: clauseSchema,
  document: documentSchema,
  quote: z.string().min(1),
  span: spanSchema,
});

const timeSchema = z.number().nonnegative();

/** `ask --json`, one object a question. */
export const answerSchema = z
  .strictObject({
    id: z.string(),
    question: z.string(),
    language: z.string().min(2),
    kind: z.enum(['clauses', 'responsible', 'duties', 'documents', 'not-found']),
    answers: z.array(quotationSchema),
    responsible: z.array(responsibleSchema),
    duties: z.array(dutySchema),
    nearest: z.array(quotationSchema),
    confidence: z.number().min(0).max(1),
    notices: z.array(z.string()),
    reply: z.string().min(1),
    timings: z.strictObject({
      interpretMs: timeSchema,
      embedMs: timeSchema,
      searchMs: timeSchema,
      answerMs: timeSchema,
      totalMs: timeSchema,
    }),
  })
  .refine(({ kind, answers }) => kind !== 'not-found' || answers.length === 0, 'not-found has no answers')
  .refine(({ kind, nearest }) => kind === 'not-found' || nearest.length === 0, 'nearest is for not-found')
  .refine(({ kind, answers }) => kind !== 'clauses' || answers.length > 0, 'clauses has answers');

/** `ingest --json`. */
export const ingestSchema = z.strictObject({
  documents: z.array(
    z
      .strictObject({
        path: z.string().min(1),
        state: z.enum(['added', 'changed', 'unchanged', 'failed']),
        error: z.string(),
        clauses: countSchema,
        sentences: countSchema,
      })
      .refine(
        ({ state, error }) => (state === 'failed') === (error !== ''),
        'failed, and only it, has an error',
      ),
  ),
  seconds: timeSchema,
});

/** `documents --json`. */
export const documentsSchema = z.array(
  z.strictObject({
    ...documentFields,
    format: z.string().min(1),
    clauses: countSchema,
    sentences: countSchema,
    notices: z.array(z.string()),
  }),
);

const nodeFields = {
  id: z.string().min(1),
  label: z.string(),
  heading: z.string(),
  kind: z.string().min(1),
  span: spanSchema,
  responsible: z.array(responsibleSchema),
};

export type OutlineNode = z.infer<z.ZodObject<typeof nodeFields>> & { children: OutlineNode[] };

const nodeSchema: z.ZodType<OutlineNode> = z.strictObject({
  ...nodeFields,
  get children() {
    return z.array(nodeSchema);
  },
});

/** `show DOC --json`. */
export const outlineSchema = z.strictObject({
  document: documentSchema,
  text: z.string().min(1),
  outline: z.array(nodeSchema).min(1),
  report: z.strictObject({
    noise: z.array(z.strictObject({ span: spanSchema, text: z.string().min(1), reason: z.string().min(1) })),
    gaps: z.array(z.strictObject({ span: spanSchema, label: z.string().min(1), after: z.string() })),
    notTaken: z.array(z.strictObject({ span: spanSchema, text: z.string().min(1) })),
    responsibility: z.array(
      z.strictObject({ span: spanSchema, text: z.string().min(1), reason: z.string() }),
    ),
  }),
});

/** `show DOC CLAUSE --json`. "Node without children" is read as: the key is empty or missing. */
export const shownClauseSchema = z.strictObject({
  document: documentSchema,
  clause: nodeSchema,
  text: z.string().min(1),
  parents: z.array(z.strictObject({ ...nodeFields, children: z.array(z.never()).optional() })),
});

/** `changes --json`. */
export const changesSchema = z.array(
  z
    .strictObject({
      document: documentSchema,
      change: z.enum(['added', 'changed', 'removed', 'moved']),
      clause: clauseSchema,
      before: z.string().nullable(),
      after: z.string().nullable(),
    })
    .refine(({ change, before }) => (change === 'added') === (before === null), 'only added has no before')
    .refine(({ change, after }) => (change === 'removed') === (after === null), 'only removed has no after'),
);

/** `units --json`. */
export const unitsSchema = z.array(
  z.strictObject({
    name: z.string().min(1),
    canonical: z.string().min(1),
    region: z.string(),
    lead: countSchema,
    support: countSchema,
  }),
);

/** `duties UNIT --json`. */
export const dutiesSchema = z.strictObject({
  unit: z.string().min(1),
  canonical: z.string().min(1),
  names: z.array(z.string().min(1)),
  duties: z.array(dutySchema),
});
