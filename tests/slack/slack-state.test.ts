import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/knowledge/open-database.ts';
import { openSlackState } from '../../src/slack/slack-state.ts';

const dayMs = 24 * 3_600_000;
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

  it('gives a message to one claim only, by event or by channel and ts', () => {
    const state = openSlackState(path);
    expect(state.claim({ eventId: 'Ev1', channel: 'C1', ts: '1.1' })).toBe(true);
    expect(state.claim({ eventId: 'Ev1', channel: 'C1', ts: '1.1' })).toBe(false);
    expect(state.claim({ eventId: 'Ev2', channel: 'C1', ts: '1.1' })).toBe(false);
    expect(state.claim({ eventId: 'Ev2', channel: 'C9', ts: '9.9' })).toBe(false);
    expect(state.claim({ eventId: 'Ev3', channel: 'C2', ts: '1.1' })).toBe(true);
    expect(state.claim({ eventId: '', channel: 'C3', ts: '1.1' })).toBe(true);
    state.close();
  });

  it('remembers after it was closed and opened again', () => {
    const first = openSlackState(path);
    first.claim({ eventId: 'Ev1', channel: 'C1', ts: '1.1' });
    first.rememberQuestion({ channel: 'C1', thread: '1.1' }, 'first');
    first.close();
    const second = openSlackState(path);
    expect(second.claim({ eventId: 'Ev1', channel: 'C1', ts: '1.1' })).toBe(false);
    expect(second.earlierQuestions({ channel: 'C1', thread: '1.1' }, 5, 0)).toEqual(['first']);
    second.close();
  });

  it('lets two open files agree on who answers', () => {
    const [one, other] = [openSlackState(path), openSlackState(path)];
    expect(one.claim({ eventId: 'Ev1', channel: 'C1', ts: '1.1' })).toBe(true);
    expect(other.claim({ eventId: 'Ev1', channel: 'C1', ts: '1.1' })).toBe(false);
    one.close();
    other.close();
  });

  it('forgets claims after a day and questions after seven', () => {
    let now = 0;
    const state = openSlackState(path, () => now);
    state.claim({ eventId: 'Ev1', channel: 'C1', ts: '1.1' });
    state.rememberQuestion({ channel: 'C1', thread: '1.1' }, 'old');
    now = 23 * 3_600_000;
    expect(state.claim({ eventId: 'Ev1', channel: 'C1', ts: '1.1' })).toBe(false);
    now = 2 * dayMs;
    expect(state.claim({ eventId: 'Ev1', channel: 'C1', ts: '1.1' })).toBe(true);
    expect(state.earlierQuestions({ channel: 'C1', thread: '1.1' }, 5, -1)).toEqual(['old']);
    now = 8 * dayMs;
    state.claim({ eventId: 'Ev2', channel: 'C1', ts: '2.2' });
    expect(state.earlierQuestions({ channel: 'C1', thread: '1.1' }, 5, -1)).toEqual([]);
    state.close();
  });

  it('gives the last questions of one conversation, oldest first', () => {
    let now = 0;
    const state = openSlackState(path, () => (now += 1));
    for (const text of ['a', 'b', 'c', 'd']) state.rememberQuestion({ channel: 'C1', thread: '1.1' }, text);
    state.rememberQuestion({ channel: 'C1', thread: '2.2' }, 'of another thread');
    expect(state.earlierQuestions({ channel: 'C1', thread: '1.1' }, 3, 0)).toEqual(['b', 'c', 'd']);
    expect(state.earlierQuestions({ channel: 'C1', thread: '1.1' }, 3, 3)).toEqual(['d']);
    state.close();
  });

  it('refuses a file that a newer program wrote', () => {
    const database = openDatabase(path);
    database.pragma('user_version = 99');
    database.close();
    expect(() => openSlackState(path)).toThrowError(expect.objectContaining({ code: 'state-format' }));
  });
});
