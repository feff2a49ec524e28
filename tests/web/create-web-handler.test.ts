import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { quoteClause } from '../../src/answer/quote-clause.ts';
import { followKnowledgeBase, type KnowledgeSource } from '../../src/knowledge/follow-knowledge-base.ts';
import { ingest } from '../../src/knowledge/ingest.ts';
import type { KnowledgeBase } from '../../src/knowledge/knowledge-base.ts';
import { openKnowledgeBase } from '../../src/knowledge/open-knowledge-base.ts';
import { createWebHandler } from '../../src/web/create-web-handler.ts';
import { documentLink } from '../../src/web/document-link.ts';
import { quoteMark } from '../../src/web/quote-mark.ts';
import { serveWeb, type WebServer } from '../../src/web/serve-web.ts';
import { createHashEmbedder } from '../knowledge/hash-embedder.ts';
import { seedsFolder } from '../seed-documents.ts';
import { attributeOf, readPage, textIn } from './read-page.ts';

const indexDir = mkdtempSync(join(tmpdir(), 'clausewise-web-'));
const logger = { error: vi.fn() };
const health = vi.fn(async (): Promise<object> => ({ documents: 5 }));
let leases = 0;
let knowledge: KnowledgeBase;
let source: KnowledgeSource;
let server: WebServer;
let root = '';

beforeAll(async () => {
  const deps = { embedder: createHashEmbedder(), now: () => new Date(), onProgress: () => undefined };
  await ingest(deps, [seedsFolder], indexDir);
  const opened = await openKnowledgeBase(indexDir);
  if (opened === null) throw new Error('Expected an index of the seeds, got none.');
  knowledge = opened;
  source = followKnowledgeBase(indexDir, knowledge, (error) => {
    throw error;
  });
  const counted: KnowledgeSource = {
    ...source,
    lease: async () => {
      const lease = await source.lease();
      leases += 1;
      const release = (): void => {
        leases -= 1;
        lease.release();
      };
      return { ...lease, release };
    },
  };
  server = await serveWeb(0, createWebHandler({ servesPages: true, source: counted, health, logger }));
  root = `http://127.0.0.1:${server.port}`;
});

afterAll(async () => {
  await server.close();
  source.close();
  rmSync(indexDir, { recursive: true });
});

const get = (path: string, options: RequestInit = {}): Promise<Response> =>
  fetch(`${root}${path}`, { headers: { 'accept-language': 'en' }, ...options });

describe('createWebHandler', () => {
  it('says how the program is, and 503 while it is not ready', async () => {
    const well = await get('/healthz');
    expect([well.status, await well.json()]).toEqual([200, { documents: 5 }]);
    health.mockRejectedValueOnce(new Error('no index'));
    expect((await get('/healthz')).status).toBe(503);
  });

  it('lists the documents, each a link to its page', async () => {
    const { all } = readPage(await (await get('/')).text());
    const links = all('a').map((link) => new URL(attributeOf(link, 'href'), root).pathname);
    expect(links).toEqual(knowledge.listDocuments().map(({ id }) => `/documents/${id}`));
    expect(all('a').map(textIn)).toEqual(knowledge.listDocuments().map(({ title }) => title));
  });

  it('shows each document to the letter', async () => {
    for (const { id } of knowledge.listDocuments()) {
      const { all } = readPage(await (await get(`/documents/${id}`)).text());
      expect(all('article').map(textIn)).toEqual([knowledge.textOf(id)]);
    }
  });

  it('says so when the document has other words at the place of a link', async () => {
    const [document] = knowledge.listDocuments();
    const place = `/documents/${document?.id}?start=0&end=5&words=`;
    expect((await get(`${place}00000000`)).status).toBe(404);
    expect((await get(`${place}${quoteMark(knowledge.textOf(document?.id ?? '').slice(0, 5))}`)).status).toBe(
      200,
    );
  });

  it('shows what the link of a quotation points at, for every clause', async () => {
    for (const { id } of knowledge.listDocuments()) {
      for (const clause of knowledge.clausesOf(id).filter(({ level }) => level > 0)) {
        const quotation = quoteClause(knowledge, clause, clause.ownSpan, 1);
        const { quote, citation, span } = quotation;
        const link = new URL(documentLink(root, quotation));
        const { all } = readPage(await (await get(link.pathname + link.search)).text());
        expect(all('mark').map(textIn).join('')).toBe(quote);
        expect(all('p').map(textIn)[0]).toBe(`Quoted ${citation} ${span.start}–${span.end}`);
        const target = all('section').find((section) => attributeOf(section, 'id') === link.hash.slice(1));
        expect(target === undefined ? '' : textIn(target)).toContain(quote);
      }
    }
  });

  it('says in one sentence what is no longer there, with a link to the list', async () => {
    const [{ id } = { id: '' }] = knowledge.listDocuments();
    const gone = 'This document is no longer indexed.';
    const moved = 'This document has changed, and the quoted place is no longer in it.';
    const queries = ['start=0&end=9999999', 'start=5&end=5', 'start=5', 'start=-1&end=3', 'start=a&end=b'];
    const cases = [['/documents/d0', gone], ...queries.map((query) => [`/documents/${id}?${query}`, moved])];
    for (const [path = '', sentence] of cases) {
      const response = await get(path);
      const { all } = readPage(await response.text());
      expect([response.status, all('p').map(textIn)[0]]).toEqual([404, sentence]);
      expect(all('a').map((link) => new URL(attributeOf(link, 'href'), root + path).pathname)).toEqual(['/']);
    }
  });

  it('speaks the first language of the reader that it knows', async () => {
    const titleIn = async (language: string): Promise<string | undefined> =>
      readPage(await (await get('/', { headers: { 'accept-language': language } })).text())
        .all('h1')
        .map(textIn)[0];
    expect(await titleIn('fr, zh-CN;q=0.9, en;q=0.8')).toBe('全部文件');
    expect(await titleIn('en-GB, zh;q=0.5')).toBe('All documents');
    expect(await titleIn('fr')).toBe('All documents');
  });

  it('lets a page load, run, send and keep nothing', async () => {
    const response = await get('/');
    const [style] = readPage(await response.text()).all('style');
    const hash = createHash('sha256')
      .update(style === undefined ? '' : textIn(style))
      .digest('base64');
    expect(response.headers.get('content-security-policy')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('answers HEAD as GET without the body, and refuses other methods', async () => {
    const head = await get('/', { method: 'HEAD' });
    const body = Buffer.from(await (await get('/')).arrayBuffer());
    expect([head.status, head.headers.get('content-length')]).toEqual([200, `${body.length}`]);
    expect(await head.text()).toBe('');
    const post = await get('/', { method: 'POST' });
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it.each([
    ...['/documents', '/documents/', '/documents/a/b', '/documents/%E0', '/favicon.ico', '/slack/events'],
  ])('has no %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it("hands Slack's requests over, whatever their method", async () => {
    const slackEvents = vi.fn((_request, response) => response.end('slack'));
    const slack = await serveWeb(
      0,
      createWebHandler({ servesPages: true, source, health, slackEvents, logger }),
    );
    const url = `http://127.0.0.1:${slack.port}/slack/events`;
    expect(await (await fetch(url, { method: 'POST', body: '{}' })).text()).toBe('slack');
    await slack.close();
  });

  it('says a reference when a page fails, and logs the error under it', async () => {
    const error = new Error('damaged');
    const failing = { ...source, lease: () => Promise.reject(error) };
    const broken = await serveWeb(
      0,
      createWebHandler({ servesPages: true, source: failing, health, logger }),
    );
    const response = await fetch(`http://127.0.0.1:${broken.port}/`);
    const reference = /reference (\w+)/u.exec(await response.text())?.[1];
    expect(response.status).toBe(500);
    expect(logger.error).toHaveBeenCalledWith({ err: error, reference, path: '/' }, expect.anything());
    await broken.close();
  });

  it('gives back every lease', () => {
    expect(leases).toBe(0);
  });
});
