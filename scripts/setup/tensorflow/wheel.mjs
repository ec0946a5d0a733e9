/**
 * TensorFlow's C library and headers out of the official wheel (270 MB to download, 800 MB unpacked), with CUDA's
 * libraries for the GPU (3.4 GB, 5.5 GB).
 * pip checks each wheel's SHA-256, Python's zipfile the CRC of each file in it.
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
export async function unpackWheels(python, folder, { project, tags, sha256, libraries, companions }) {
  const downloads = join(folder, 'download');
  const requirements = join(downloads, 'requirements.txt');
  mkdirSync(downloads, { recursive: true });
  const wanted = [{ project, version: tensorflowVersion, sha256 }, ...companions];
  const lines = wanted.map(wheel => `${wheel.project}==${wheel.version} --hash=sha256:${wheel.sha256}\n`);
  writeFileSync(requirements, lines.join(''));
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

  for (const wheel of readdirSync(downloads).filter(file => file.endsWith('.whl'))) {
    // `nvidia_cudnn_cu12-…` has libraries of its own, all of them wanted.
    const named = wheel.startsWith(`${project.replaceAll('-', '_')}-`) ? libraries : [];
    const unpacked = await run(python, [extractor, join(downloads, wheel), folder, ...named]);
    if (unpacked.status !== 0) return `${wheel} could not be unpacked: ${explain(unpacked.output)}`;
    rmSync(join(downloads, wheel));
  }
  rmSync(downloads, { recursive: true });
  return undefined;
}
