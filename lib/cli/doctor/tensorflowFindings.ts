/**
 * Which TensorFlow runs, on what, with how many threads, and does danfojs share it?
 * Flow: **tensorflowFindings** → doctor.
 */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BackendInfo } from '../../tensorflow/backendInfo';
import { type Answer, askChild } from './askChild';
import { gpuFindings } from './gpuFindings';
import type { Finding } from './report';
import { firstChanged } from './sums';

/** Of this very library, whether compiled or run from its sources. */
const ownEntry: string = join(__dirname, '..', '..', 'entries', 'tensorflow');

/** Runs CommonJS in a process like this one. */
function askNode<T>(program: string): Promise<Answer<T>> {
  const env = { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3' };
  return askChild(process.execPath, [...process.execArgv, '--no-deprecation', '-e', program], env);
}

/** What set-up noted: which TensorFlow was asked for, and why it could not prepare the native one. */
function noteOfSetUp(root: string | undefined): { way?: string; why?: string } {
  if (root === undefined) return {};
  try {
    return JSON.parse(readFileSync(join(root, '.setup', 'tensorflow.json'), 'utf8')) as { why?: string };
  } catch {
    return {};
  }
}

function backendFinding(info: BackendInfo, root: string | undefined): Finding {
  const part = { part: 'TensorFlow', needed: false };
  if (info.native) return { ...part, ok: true, found: `native ${info.version} through ${info.build}` };
  const reason = noteOfSetUp(root).why ?? info.reason ?? 'no reason is known';
  const found = `${info.backend} (${info.build}), trains about thirty times slower than native: ${reason}`;
  if (root === undefined) return { ...part, ok: false, found };
  return { ...part, ok: false, found, mend: 'delete .setup/tensorflow.json and run npm start' };
}

function threadsFinding({ threads }: BackendInfo): Finding {
  return { part: 'threads', ok: true, needed: false, found: String(threads) };
}

/** What the addon is linked to in the cache, byte by byte; undefined if that is whole, or not set-up's. */
async function cacheFinding(root: string): Promise<Finding | undefined> {
  const addon = join(root, 'node_modules', '@tensorflow', 'tfjs-node', 'lib', 'napi-v8', 'tfjs_binding.node');
  if (!existsSync(addon)) return undefined;
  const folder = dirname(realpathSync(addon));
  const list = join(folder, 'SHA256SUMS');
  const changed = existsSync(list) ? await firstChanged(folder, list) : undefined;
  if (changed === undefined) return undefined;
  const found = `${changed} in ${folder} is damaged: its SHA-256 is another one than when it was made`;
  return { part: 'TensorFlow', ok: false, needed: true, found, mend: `delete ${folder} and run npm start` };
}

/**
 * @param root the course, undefined outside of it
 * @param entry the module that exports `backendInfo`
 */
export async function tensorflowFindings(
  root: string | undefined,
  entry: string = ownEntry,
): Promise<Finding[]> {
  const damaged = root && (await cacheFinding(root));
  if (damaged) return [damaged];
  const asked = await askNode<BackendInfo>(`
    require(${JSON.stringify(entry)}).backendInfo().then(info => console.log('\\n' + JSON.stringify(info)))
  `);
  if ('answer' in asked) {
    const { answer } = asked;
    const gpu = gpuFindings(answer.gpu, noteOfSetUp(root).way === 'gpu');
    return [backendFinding(answer, root), ...gpu, threadsFinding(answer)];
  }
  const found = `TensorFlow.js does not start: ${asked.problem}`;
  const mend = root === undefined ? 'npm install @tensorflow/tfjs' : 'delete .setup and run npm start';
  return [{ part: 'TensorFlow', ok: false, needed: true, found, mend }];
}

/**
 * danfojs asks for tfjs-node by name, so it works only after the library's own door has been opened.
 *
 * @param root the course
 * @param entry the module that prepares TensorFlow.js
 */
export async function danfojsFinding(root: string, entry: string = ownEntry): Promise<Finding> {
  const asked = await askNode<{ version: string; rows: number }>(`
    require(${JSON.stringify(entry)});
    const { createRequire } = require('node:module');
    const fromCourse = createRequire(${JSON.stringify(join(root, 'package.json'))});
    const { DataFrame } = fromCourse('danfojs-node');
    const { version } = fromCourse('danfojs-node/package.json');
    const [rows] = new DataFrame({ label: [5, 0, 4] }).shape;
    console.log('\\n' + JSON.stringify({ version, rows }));
  `);
  const part = { part: 'danfojs', needed: true };
  const mend = 'delete node_modules and run npm start';
  if ('problem' in asked) return { ...part, ok: false, found: `does not load: ${asked.problem}`, mend };
  const { version, rows } = asked.answer;
  if (rows !== 3) return { ...part, ok: false, found: `counted ${rows} rows in a frame of 3`, mend };
  return { ...part, ok: true, found: version };
}
