// Compiles the AssemblyScript kernel and writes it into a module, so that no build has a file to copy.
import { writeFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';

const source = 'src/retrieval/kernel/nearest-tokens.as.ts';
const options = ['--enable', 'simd', '--runtime', 'stub', '--noAssert', '-O3', '--initialMemory', '16'];

/** The compiled kernel in base64. */
export async function compileKernel() {
  let binary = new Uint8Array();
  const { error, stderr } = await asc.main([source, '--outFile', 'kernel.wasm', ...options], {
    writeFile: (_name, contents) => {
      binary = contents;
    },
  });
  if (error) throw new Error(`${source} does not compile: ${stderr.toString()}`, { cause: error });
  return Buffer.from(binary).toString('base64');
}

if (process.argv[1]?.endsWith('build-kernel.mjs')) {
  const text = `/** nearest-tokens.as.ts as compiled by \`npm run build:kernel\`; a test holds the two together. */
export const nearestTokensWasm =
  '${await compileKernel()}';
`;
  writeFileSync('src/retrieval/kernel/nearest-tokens.wasm.ts', text);
}
