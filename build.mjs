// Compiles src/ to dist/ and sets the run bit of the executable, which npm does not do for a checkout's own bin.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, rmSync } from 'node:fs';

const entry = 'dist/main.js';
const compiler = 'node_modules/typescript/bin/tsc';
if (!existsSync(compiler) && existsSync(entry)) {
  // `npm ci --omit=dev` on a machine that received a built dist/.
  process.exit(0);
}
rmSync('dist', { recursive: true, force: true });
const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);
chmodSync(entry, 0o755);
