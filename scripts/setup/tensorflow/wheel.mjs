/**
 * TensorFlow's C library and headers out of the official wheel (270 MB to download, 800 MB unpacked).
 * pip checks the wheel's SHA-256, Python's zipfile the CRC of each file in it.
 * Flow: package index → **wheel** → compile.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { explain } from '../explain.mjs';
import { pythonEnvironment } from '../pythonEnvironment.mjs';
import { run } from '../run.mjs';
import { tensorflowVersion } from './platform.mjs';

const extractor = fileURLToPath(new URL('extract.py', import.meta.url));

/**
 * @param {string} python
 * @param {string} folder gets lib/ and include/
 * @param {import('./platform.mjs').Platform} platform
 * @returns {Promise<string | undefined>} why it failed
 */
export async function unpackWheel(python, folder, { project, tags, sha256, libraries }) {
  const downloads = join(folder, 'download');
  const requirements = join(downloads, 'requirements.txt');
  mkdirSync(downloads, { recursive: true });
  writeFileSync(requirements, `${project}==${tensorflowVersion} --hash=sha256:${sha256}\n`);
  const download = [
    '-m',
    'pip',
    'download',
    '--require-hashes',
    '--no-deps',
    '--only-binary=:all:',
    '--no-cache-dir',
  ];
  // Any one of the wheels would do; with the Python version fixed, its hash is known.
  const which = [
    '--python-version',
    '3.11',
    '--implementation',
    'cp',
    ...tags.flatMap(tag => ['--platform', tag]),
  ];
  const { status, output } = await run(python, [...download, ...which, '-d', downloads, '-r', requirements], {
    env: pythonEnvironment(),
    show: true,
  });
  if (status !== 0) return `the ${project} wheel could not be downloaded: ${explain(output)}`;

  const wheels = readdirSync(downloads).filter(file => file.endsWith('.whl'));
  const unpacked = await run(python, [extractor, join(downloads, wheels[0] ?? ''), folder, ...libraries]);
  if (unpacked.status !== 0) return `the ${project} wheel could not be unpacked: ${explain(unpacked.output)}`;
  rmSync(downloads, { recursive: true });
  return undefined;
}
