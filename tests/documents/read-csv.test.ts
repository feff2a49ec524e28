import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/documents/read-csv.ts';
import { defaultReadingLimits } from '../../src/documents/reading-limits.ts';
import { DocumentError } from '../../src/errors.ts';

const textOf = async (table: string): Promise<string> => {
  const source = { path: '/docs/a.csv', name: 'a.csv' };
  return (await readCsv(new TextEncoder().encode(table), source, defaultReadingLimits)).text;
};

describe('readCsv', () => {
  it.each([',', ';', '\t'])('draws a row a line, with %j between the cells', async (mark) => {
    expect(await textOf(`任务${mark}单位\r\n"供暖${mark}\n供水"${mark}住建厅\r\n`)).toBe(
      `任务 | 单位\n供暖${mark.trim()} 供水 | 住建厅\n`,
    );
  });

  it('refuses a quotation mark that is never closed, in one sentence', async () => {
    await expect(textOf('甲,"乙\n丙')).rejects.toThrowError(DocumentError);
    await expect(textOf('甲,"乙\n丙')).rejects.toThrowError(/^a\.csv is no table[^\n]+\.$/u);
  });
});
