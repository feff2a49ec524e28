// Compiles the AssemblyScript kernels and writes each into a module, so that no build has a file to copy.
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import asc from 'assemblyscript/asc';

export const nearestTokens = 'src/retrieval/kernel/nearest-tokens.as.ts';
export const matrixProducts = 'bench/matrix-products.as.ts';
const options = ['--enable', 'simd', '--runtime', 'stub', '--noAssert', '-O3', '--initialMemory', '16'];

/** A compiled kernel in base64. */
export async function compileKernel(source = nearestTokens) {
  let binary = new Uint8Array();
  const { error, stderr } = await asc.main([source, '--outFile', 'kernel.wasm', ...options], {
    writeFile: (_name, contents) => {
      binary = contents;
    },
  });
  if (error) throw new Error(`${source} does not compile: ${stderr.toString()}`, { cause: error });
  return Buffer.from(binary).toString('base64');
}

async function writeKernel(source, name) {
  const text = `/** ${basename(source)} as compiled by \`npm run build:kernel\`; a test holds the two together. */
export const ${name} =
  '${await compileKernel(source)}';
`;
  writeFileSync(source.replace('.as.ts', '.wasm.ts'), text);
}

if (process.argv[1]?.endsWith('build-kernel.mjs')) {
  await writeKernel(nearestTokens, 'nearestTokensWasm');
  await writeKernel(matrixProducts, 'matrixProductsWasm');
}
