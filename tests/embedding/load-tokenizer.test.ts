import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadTokenizer } from '../../src/embedding/load-tokenizer.ts';
import { useTemporaryFolder, writeFiles } from '../temporary-folder.ts';

const folder = useTemporaryFolder();
const packedModel = fileURLToPath(new URL('../../models/multilingual-e5-small', import.meta.url));

describe('loadTokenizer', () => {
  it('cuts a text into the pieces of the packed vocabulary and lists those of its beginning', async () => {
    const { tokenize, surprisals } = await loadTokenizer(packedModel);
    const whole = tokenize('query: ', '智慧社区', 4);
    // <s> ▁query : ▁ 智慧 社区 </s>
    expect(whole).toEqual({ ids: [0, 41, 1294, 12, 6, 23841, 43007, 2], listed: { first: 3, end: 6 } });
    expect(tokenize('query: ', '智慧社区', 2).listed).toEqual({ first: 3, end: 5 });
    // 社区 is rarer than ":".
    expect(surprisals?.[43007]).toBeGreaterThan(surprisals?.[12] ?? 0);
  });

  it('says in one sentence that a tokenizer cannot be read', async () => {
    writeFiles(folder(), { 'tokenizer.json': '{"version":', 'tokenizer_config.json': '{}' });
    await expect(loadTokenizer(folder())).rejects.toMatchObject({
      code: 'model-unusable',
      message: expect.stringContaining('restore the folder'),
    });
  });
});
