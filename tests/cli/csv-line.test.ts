import { expect, it } from 'vitest';
import { csvLine } from '../../src/cli/csv-line.ts';

it('quotes every cell, and lets no spreadsheet take one for a formula', () => {
  expect(csvLine(['甲,乙', 'a"b', '=1+1', '-2', '@x', '+3', ''])).toBe(
    '"甲,乙","a""b","\'=1+1","\'-2","\'@x","\'+3",""\r\n',
  );
});
