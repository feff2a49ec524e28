import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { ModelError } from '../errors.ts';
import type { ModelIdentity } from './embedder.ts';

/** What every model folder must hold, in the layout of the Hugging Face hub. */
const requiredFiles = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model_quantized.onnx'];

/** SHA-256 of the files of models/multilingual-e5-small, the model that is packed with this program. */
const packedModel: Readonly<Record<string, string>> = {
  'config.json': '1fe918ffe8dbf0e603583366079c3971525ed1820c771ac7e6906d893d12da1e',
  'tokenizer.json': 'cc26c43aa4f53aa65c38e3e84f29893c017843aa30a688c696ad06f704680936',
  'tokenizer_config.json': '8eff59b5eb01178f9c017141952fd20dd4bcf7624104b74cba6ec0f2e7e3b1eb',
  'onnx/model_quantized.onnx': '29985d30c82a3ac420330ecca4da8bcaacaa0b7186a6f4e96f5cf28939c64288',
};

const checksumLine = /^([0-9a-f]{64})\s+\*?(\S+)$/gmu;

const configSchema = z.object({ hidden_size: z.number().int().positive() });

/**
 * Checks a model folder before anything loads it, because a cut file would otherwise surface as "Protobuf
 * parsing failed". Checksums are those of the packed model, or for another model those that its own
 * `SHA256SUMS` or `README.md` lists; the weights' checksum is the model's revision.
 * @throws ModelError `model-missing`, `model-altered`, naming the file and the remedy.
 */
export async function verifyModel(folder: string): Promise<ModelIdentity> {
  const expected = await readChecksums(folder);
  let revision = '';
  for (const name of requiredFiles) {
    const path = join(folder, name);
    await requireFile(path);
    const sum = await sha256(path);
    const wanted = expected.get(name);
    if (wanted !== undefined && wanted !== sum) {
      throw new ModelError(
        'model-altered',
        `The model file ${path} is cut or altered (its SHA-256 is not the expected one): restore it, for instance with "git checkout -- models", or set EMBEDDING_MODEL to another folder.`,
      );
    }
    if (name.endsWith('.onnx')) revision = sum.slice(0, 16);
  }
  return { id: basename(folder), revision, dimensions: await readDimensions(folder) };
}

async function readDimensions(folder: string): Promise<number> {
  const path = join(folder, 'config.json');
  try {
    return configSchema.parse(JSON.parse(await readFile(path, 'utf8'))).hidden_size;
  } catch (cause) {
    throw new ModelError(
      'model-altered',
      `The model file ${path} is not the configuration of an embedding model: restore it, or set EMBEDDING_MODEL to another folder.`,
      { cause },
    );
  }
}

async function readChecksums(folder: string): Promise<Map<string, string>> {
  for (const name of ['SHA256SUMS', 'README.md']) {
    const text = await readFile(join(folder, name), 'utf8').catch(() => '');
    const sums = new Map([...text.matchAll(checksumLine)].map(([, sum = '', file = '']) => [file, sum]));
    if (sums.size > 0) return sums;
  }
  return basename(folder) === 'multilingual-e5-small' ? new Map(Object.entries(packedModel)) : new Map();
}

async function requireFile(path: string): Promise<void> {
  const entry = await stat(path).catch(() => null);
  if (entry?.isFile() === true && entry.size > 0) return;
  throw new ModelError(
    'model-missing',
    `The model file ${path} is missing: restore it, for instance with "git checkout -- models", or set EMBEDDING_MODEL to a folder that holds a model.`,
  );
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash);
  return hash.digest('hex');
}
