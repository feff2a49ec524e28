import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { verifyModel } from '../../src/embedding/model-files.ts';
import { ModelError } from '../../src/errors.ts';
import { useTemporaryFolder, writeFiles } from '../temporary-folder.ts';

const folder = useTemporaryFolder();
const model = (): string => join(folder(), 'some-model');
const packedModel = fileURLToPath(new URL('../../models/multilingual-e5-small', import.meta.url));

const files: Readonly<Record<string, string>> = {
  'config.json': '{"hidden_size":12}',
  'tokenizer.json': '{"version":"1.0"}',
  'tokenizer_config.json': '{"tokenizer_class":"T"}',
  'onnx/model_quantized.onnx': 'weights',
};
const sha256 = (content: string): string => createHash('sha256').update(content).digest('hex');
const sums = Object.entries(files)
  .map(([name, content]) => `${sha256(content)}  ${name}\n`)
  .join('');

/** Expects a ModelError of one line that names the file and the remedy. */
async function expectRefusal(code: string, name: string): Promise<void> {
  const verifying = verifyModel(model());
  await expect(verifying).rejects.toThrowError(ModelError);
  await expect(verifying).rejects.toMatchObject({
    code,
    message: expect.stringContaining(join(model(), name)),
  });
  await expect(verifying).rejects.toThrowError(/restore it.*EMBEDDING_MODEL to [^\n]+\.$/u);
}

describe('verifyModel', () => {
  it('accepts a whole model; its revision is that of its weights', async () => {
    writeFiles(model(), { ...files, SHA256SUMS: sums });
    expect(await verifyModel(model())).toEqual({
      id: 'some-model',
      revision: sha256('weights').slice(0, 16),
      dimensions: 12,
    });
  });

  it('accepts a model without a list of checksums', async () => {
    writeFiles(model(), files);
    expect(await verifyModel(model())).toMatchObject({ id: 'some-model', dimensions: 12 });
  });

  it('gives other weights another revision', async () => {
    writeFiles(model(), { ...files, 'onnx/model_quantized.onnx': 'other' });
    expect((await verifyModel(model())).revision).toBe(sha256('other').slice(0, 16));
  });

  it.each(Object.keys(files))('refuses a model without %s', async (name) => {
    writeFiles(model(), { ...files, SHA256SUMS: sums });
    rmSync(join(model(), name));
    await expectRefusal('model-missing', name);
  });

  it.each(Object.keys(files))('refuses an empty %s', async (name) => {
    writeFiles(model(), { ...files, SHA256SUMS: sums, [name]: '' });
    await expectRefusal('model-missing', name);
  });

  it.each(Object.entries(files))('refuses a cut or altered %s', async (name, content) => {
    writeFiles(model(), { ...files, SHA256SUMS: sums, [name]: content.slice(0, -1) });
    await expectRefusal('model-altered', name);
    writeFiles(model(), { [name]: `${content} ` });
    await expectRefusal('model-altered', name);
  });

  it('reads the checksums from README.md where there is no SHA256SUMS', async () => {
    writeFiles(model(), { ...files, 'README.md': `# A model\n\n${sums}`, 'tokenizer.json': '{}' });
    await expectRefusal('model-altered', 'tokenizer.json');
  });

  it.each(['{', '{}', '{"hidden_size":0}'])('refuses the configuration %s', async (config) => {
    writeFiles(model(), { ...files, 'config.json': config });
    await expectRefusal('model-altered', 'config.json');
  });

  it('knows the packed model even when its README is gone', async () => {
    const path = join(folder(), 'multilingual-e5-small');
    writeFiles(path, files);
    await expect(verifyModel(path)).rejects.toMatchObject({ code: 'model-altered' });
  });

  it('accepts the packed model', async () => {
    expect(await verifyModel(packedModel)).toEqual({
      id: 'multilingual-e5-small',
      revision: '29985d30c82a3ac4',
      dimensions: 384,
    });
  });
});
