import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { KnowledgeSource } from '../knowledge/follow-knowledge-base.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { documentPage } from './document-page.ts';
import { documentsPage } from './documents-page.ts';
import { gonePage } from './gone-page.ts';
import { pageHeaders } from './page-frame.ts';
import { type PageWords, wordsFor } from './page-words.ts';
import { readDocumentView } from './read-document-view.ts';

/**
 * `servesPages` tells whether documents are shown: whoever reaches the port can read them. `slackEvents` answers Slack's
 * requests, whatever their method; without it there is no such path.
 */
export type WebHandlerDeps = {
  source: KnowledgeSource;
  servesPages: boolean;
  /** What `/healthz` says; when it rejects, the program is not ready. */
  health: () => Promise<object>;
  slackEvents?: (request: IncomingMessage, response: ServerResponse) => void;
  logger: Pick<Logger, 'error'>;
};

type Reply = { status: number; headers: Readonly<Record<string, string>>; body: string };
type Wanted = { path: string; query: URLSearchParams; words: PageWords };

/**
 * Creates what answers the program's HTTP requests: `/healthz`, `/slack/events`, the list of documents at `/`, and
 * `/documents/<id>`. Each page is made from one generation of the index.
 */
export function createWebHandler(deps: WebHandlerDeps): RequestListener {
  return (request, response) => {
    const wanted = readWanted(request);
    if (wanted.path === '/slack/events' && deps.slackEvents !== undefined) {
      deps.slackEvents(request, response);
      return;
    }
    const route = findRoute(deps, wanted);
    if (route === null) return send(response, text(404, 'not found'));
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return send(response, text(405, 'method not allowed', { allow: 'GET, HEAD' }));
    route().then(
      (reply) => send(response, reply),
      (error: unknown) => {
        const reference = randomBytes(4).toString('hex');
        deps.logger.error({ err: error, reference, path: wanted.path }, 'a page failed');
        send(response, text(500, wanted.words.failed(reference)));
      },
    );
  };
}

/** A target without a host, as browsers and Slack send it; any other one matches no route. */
function readWanted({ url = '', headers }: IncomingMessage): Wanted {
  const [path = '', ...query] = url.split('?');
  return {
    path,
    query: new URLSearchParams(query.join('?')),
    words: wordsFor(headers['accept-language']),
  };
}

function findRoute(deps: WebHandlerDeps, { path, query, words }: Wanted): (() => Promise<Reply>) | null {
  if (path === '/healthz') return () => healthReply(deps.health);
  if (!deps.servesPages) return null;
  if (path === '/')
    return () =>
      withKnowledge(deps.source, async (knowledge) =>
        page(200, documentsPage(knowledge.listDocuments(), words)),
      );
  const id = documentIdOf(path);
  return id === null
    ? null
    : () => withKnowledge(deps.source, (knowledge) => documentReply(knowledge, id, query, words));
}

/** Null when the path is not that of a document. */
function documentIdOf(path: string): string | null {
  const encoded = /^\/documents\/([^/]+)$/u.exec(path)?.[1];
  if (encoded === undefined) return null;
  try {
    return decodeURIComponent(encoded);
  } catch {
    // A percent sign that encodes nothing.
    return null;
  }
}

async function documentReply(
  knowledge: KnowledgeBase,
  id: string,
  query: URLSearchParams,
  words: PageWords,
): Promise<Reply> {
  const reader = { language: words.language, today: new Date() };
  const view = await readDocumentView(knowledge, id, query, reader);
  return typeof view === 'string' ? page(404, gonePage(view, words)) : page(200, documentPage(view, words));
}

async function healthReply(health: WebHandlerDeps['health']): Promise<Reply> {
  try {
    const body = JSON.stringify(await health());
    return { status: 200, headers: { ...pageHeaders, 'content-type': 'application/json' }, body };
  } catch {
    // Whoever watches the process asks again; why it is not ready is logged where it happens.
    return text(503, 'not ready');
  }
}

async function withKnowledge<Result>(
  source: KnowledgeSource,
  use: (knowledge: KnowledgeBase) => Promise<Result>,
): Promise<Result> {
  const { knowledge, release } = await source.lease();
  try {
    return await use(knowledge);
  } finally {
    release();
  }
}

function page(status: number, body: string): Reply {
  return { status, headers: pageHeaders, body };
}

function text(status: number, sentence: string, more: Readonly<Record<string, string>> = {}): Reply {
  const headers = { ...pageHeaders, 'content-type': 'text/plain; charset=utf-8', ...more };
  return { status, headers, body: `${sentence}\n` };
}

/** Node leaves the body out of an answer to HEAD. */
function send(response: ServerResponse, { status, headers, body }: Reply): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...headers, 'content-length': bytes.length }).end(bytes);
}
