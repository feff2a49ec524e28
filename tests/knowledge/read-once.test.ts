import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/knowledge/open-database.ts';
import { readOnce } from '../../src/knowledge/read-once.ts';

describe('readOnce', () => {
  it('reads at the first call only, and nothing once the database is closed', () => {
    const database = openDatabase(':memory:');
    let reads = 0;
    const read = readOnce(database, () => {
      reads += 1;
      return ['row'];
    });
    expect(reads).toBe(0);
    expect(read()).toBe(read());
    expect(reads).toBe(1);
    database.close();
    expect(read).toThrow('closed');
  });
});
