import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/knowledge/open-database.ts';
import type { Job } from '../../../src/slack/jobs/job.ts';
import { openSlackState } from '../../../src/slack/state/open-slack-state.ts';
import { makeAnswer, makeQuotation } from '../make-answer.ts';

const dayMs = 24 * 3_600_000;
const job: Job = {
  kind: 'question',
  origin: 'mention',
  channel: 'C1',
  ts: '1.1',
  threadTs: '1.1',
  user: 'U1',
  text: '?',
};
const given = {
  id: 'a1',
  user: 'U1',
  channel: 'C1',
  threadTs: '1.1',
  isPrivate: false,
  generation: 'g1',
  history: ['before'],
  answer: makeAnswer(),
};
let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clausewise-state-'));
  path = join(folder, 'state.db');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('openSlackState', () => {
  it('names a file that is no database, with the remedy', () => {
    writeFileSync(path, 'x'.repeat(5_000));
    expect(() => openSlackState(path)).toThrowError(`${path} is damaged or cannot be opened: restore it`);
  });

  it('refuses a file that a newer program wrote', () => {
    const database = openDatabase(path);
    database.pragma('user_version = 99');
    database.close();
    expect(() => openSlackState(path)).toThrowError(expect.objectContaining({ code: 'state-format' }));
  });

  it('brings a file of format 1 up to date with all that is in it', () => {
    const database = openDatabase(path);
    database.exec(`
      CREATE TABLE slack_seen (key TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
      CREATE TABLE slack_question (
        id INTEGER PRIMARY KEY, channel TEXT NOT NULL, thread TEXT NOT NULL, at INTEGER NOT NULL, text TEXT NOT NULL);
      INSERT INTO slack_seen VALUES ('message:C1:1.1', ${Date.now()});
      INSERT INTO slack_question (channel, thread, at, text) VALUES ('C1', '1.1', ${Date.now()}, 'before');
      PRAGMA user_version = 1`);
    database.close();
    const state = openSlackState(path);
    expect(state.jobs.add(['message:C1:1.1'], 'C1', job)).toBe(false);
    expect(state.conversations.earlierQuestions({ channel: 'C1', thread: '1.1' }, 5, 0, 'now')).toEqual([
      'before',
    ]);
    state.close();
  });

  it('keeps what is not too old, and what still concerns somebody', () => {
    let now = 0;
    const state = openSlackState(path, () => now);
    const unanswered = makeAnswer({ kind: 'not-found', answers: [], nearest: [makeQuotation()] });
    state.jobs.add(['done', 'event:1'], 'C1', job);
    state.jobs.end('done', 'done');
    state.jobs.add(['waiting'], 'C1', job);
    state.answers.put(given);
    state.answers.put({ ...given, id: 'rated' });
    state.answers.put({ ...given, id: 'unanswered', answer: unanswered });
    state.feedback.put({ answerId: 'rated', user: 'U1', value: 'good', reason: '', comment: '' });
    state.conversations.remember({ channel: 'C1', thread: '1.1', job: 'done', user: 'U1', text: 'q' });
    now = 5 * dayMs;
    state.prune(6);
    expect(state.jobs.add(['done'], 'C1', job)).toBe(false);
    expect(state.answers.get('a1')).toEqual(given);
    now = 7 * dayMs;
    state.prune(6);
    expect(state.jobs.add(['event:1'], 'C1', job)).toBe(true);
    expect(state.jobs.unfinished().map(({ key }) => key)).toEqual(['waiting', 'event:1']);
    expect([state.answers.get('a1'), state.conversations.recentQuestions('U1', 5)]).toEqual([null, []]);
    expect(state.answers.get('rated')?.id).toBe('rated');
    expect(state.answers.listUnanswered()).toHaveLength(1);
    state.close();
  });
});

describe('jobs', () => {
  it('are taken once, whichever of their keys comes again, also by another process and after a restart', () => {
    const [one, other] = [openSlackState(path), openSlackState(path)];
    expect(one.jobs.add(['message:C1:1.1', 'event:Ev1'], 'C1', job)).toBe(true);
    expect(other.jobs.add(['message:C1:1.1', 'event:Ev2'], 'C1', job)).toBe(false);
    expect(other.jobs.add(['message:C9:9.9', 'event:Ev2'], 'C9', job)).toBe(false);
    one.close();
    other.close();
    const again = openSlackState(path);
    expect(again.jobs.add(['message:C9:9.9'], 'C1', job)).toBe(false);
    expect(again.jobs.unfinished()).toMatchObject([
      { key: 'message:C1:1.1', lane: 'C1', job, blockId: null },
    ]);
    again.close();
  });

  it('are unfinished until they end, and know under which block they may have been posted', () => {
    const state = openSlackState(path);
    for (const key of ['a', 'b', 'c']) state.jobs.add([key], 'C1', job);
    state.jobs.beginPosting('b', 'block');
    state.jobs.end('a', 'done');
    state.jobs.end('c', 'failed');
    expect(state.jobs.unfinished()).toMatchObject([{ key: 'b', blockId: 'block' }]);
    state.close();
  });
});

describe('conversations', () => {
  it('give the last questions of one conversation, oldest first, each job once', () => {
    let now = 0;
    const state = openSlackState(path, () => (now += 1));
    const { conversations } = state;
    for (const text of ['a', 'b', 'c', 'd'])
      for (let times = 0; times < 2; times += 1)
        conversations.remember({ channel: 'C1', thread: '1.1', job: text, user: 'U1', text });
    conversations.remember({ channel: 'C1', thread: '2.2', job: 'e', user: 'U2', text: 'elsewhere' });
    const place = { channel: 'C1', thread: '1.1' };
    expect(conversations.earlierQuestions(place, 3, 0, '')).toEqual(['b', 'c', 'd']);
    expect(conversations.earlierQuestions(place, 3, 0, 'd')).toEqual(['a', 'b', 'c']);
    expect(conversations.isKnown(place)).toBe(true);
    expect(conversations.isKnown({ channel: 'C1', thread: '3.3' })).toBe(false);
    expect(conversations.recentQuestions('U1', 2)).toEqual(['d', 'c']);
    state.close();
  });
});

describe('feedback and consultations', () => {
  it('keep the last word of each person, with the question and the generation', () => {
    const state = openSlackState(path);
    state.answers.put(given);
    const word = { answerId: 'a1', user: 'U1', reason: '', comment: '' };
    state.feedback.put({ ...word, value: 'good' });
    state.feedback.put({ ...word, value: 'bad', reason: 'wrong' });
    state.feedback.put({ ...word, user: 'U2', value: 'good' });
    const told = { question: given.answer.question, generation: 'g1' };
    expect(state.feedback.list()).toMatchObject([
      { user: 'U1', value: 'bad', reason: 'wrong', ...told },
      { user: 'U2', value: 'good', ...told },
    ]);
    state.close();
  });

  it('tell what became of a question without an answer', () => {
    const state = openSlackState(path);
    const answer = makeAnswer({ kind: 'not-found', answers: [], nearest: [makeQuotation()] });
    state.answers.put({ ...given, answer });
    const stateNow = () => state.answers.listUnanswered().map((one) => one.state);
    expect(stateNow()).toEqual(['open']);
    state.consultations.put({
      answerId: 'a1',
      asker: 'U1',
      channel: 'C1',
      threadTs: '1.1',
      expertChannel: 'C0EXPERTS',
      expertTs: '5.5',
    });
    expect(stateNow()).toEqual(['asked']);
    expect(state.consultations.inThread('C0EXPERTS', '5.5')?.answerId).toBe('a1');
    expect(state.consultations.inThread('C0EXPERTS', '6.6')).toBeNull();
    state.consultations.markAnswered('a1');
    expect(stateNow()).toEqual(['answered']);
    state.consultations.markResolved('a1');
    expect(stateNow()).toEqual(['resolved']);
    state.close();
  });
});
