/** The lessons and the program that executes them, through the real kernel. */
import assert from 'node:assert/strict';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { root, runNotebooks } from './runNotebooks';

/** Below the course, where cells find its packages. */
const artifacts = join(root, 'test', 'artifacts');
mkdirSync(artifacts, { recursive: true });
const folder = mkdtempSync(join(artifacts, 'notebooks-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('every lesson of the course runs, and is stored as its text says', async () => {
  // On a busy machine lesson 08, alone two minutes, takes three times as long.
  const { code, stdout, stderr } = await runNotebooks('--jobs', '2', '--timeout', '1200');
  assert.equal(code, 0, stdout + stderr);
  const texts = readdirSync(join(root, 'notebooks', 'text')).filter(name => name.endsWith('.md'));
  const count = /^(\d+) passed, 0 failed\n$/m.exec(stdout)?.[1];
  assert.ok(Number(count) >= texts.length, stdout);
});

test('a lesson is stored the same twice: figures with their pictures, the last frame only, the wanted error', async () => {
  const lessons = join(folder, 'lessons');
  cpSync(join(__dirname, 'lessons'), lessons, { recursive: true });
  const write = async () => {
    const { code, stdout } = await runNotebooks('--folder', lessons, '--write', 'figure');
    assert.match(stdout, /^figure {2}\d+\.\d s {2}ok\n1 passed, 0 failed\n$/);
    assert.equal(code, 0);
    return readFileSync(join(lessons, 'figure.ipynb'), 'utf8');
  };
  const stored = await write();
  assert.equal(await write(), stored);
  assert.ok(!stored.includes(root), 'a path of this machine');
  assert.deepEqual(readdirSync(lessons).sort(), ['figure.ipynb', 'text']);

  const { cells, metadata } = JSON.parse(stored) as {
    cells: {
      cell_type: string;
      outputs: { output_type: string; ename?: string; data?: Record<string, unknown> }[];
    }[];
    metadata: { kernelspec: object; 'digits-cnn': { seconds: number } };
  };
  assert.ok(metadata['digits-cnn'].seconds >= 1, 'how long it took');
  assert.deepEqual(metadata.kernelspec, {
    display_name: 'TypeScript (tslab)',
    language: 'typescript',
    name: 'tslab',
  });
  const code = cells.filter(cell => cell.cell_type === 'code');
  const kinds = code.map(({ outputs }) =>
    outputs.map(({ data, ename }) => ename ?? Object.keys(data ?? {}).join(' ')),
  );
  const figure = 'application/vnd.plotly.v1+json image/svg+xml text/plain';
  const html = 'text/html text/plain';
  assert.deepEqual(kinds, [[], [figure, html], [figure, html], [html], ['TypeScriptError']]);
});

test('how long a lesson took can be measured alone', async () => {
  const lessons = join(folder, 'measured');
  cpSync(join(__dirname, 'lessons'), lessons, { recursive: true });
  await runNotebooks('--folder', lessons, '--write', 'figure');
  const file = join(lessons, 'figure.ipynb');
  const stored = readFileSync(file, 'utf8');
  writeFileSync(file, stored.replace(/"seconds": \d+/, '"seconds": 1000'));
  const { code, stdout } = await runNotebooks('--folder', lessons, '--measure', 'figure');
  assert.equal(code, 0, stdout);
  const measured = readFileSync(file, 'utf8');
  const seconds = Number(/"seconds": (\d+)/.exec(measured)?.[1]);
  assert.ok(seconds >= 1 && seconds < 500, `${seconds} s`);
  assert.equal(measured.replace(`"seconds": ${seconds}`, ''), stored.replace(/"seconds": \d+/, ''));
});

test('a lesson whose stored notebook was made from another text fails', async () => {
  const lessons = join(folder, 'changed');
  cpSync(join(__dirname, 'lessons'), lessons, { recursive: true });
  appendFileSync(join(lessons, 'text', 'figure.md'), '\nOne more sentence.\n');
  const { code, stdout } = await runNotebooks('--folder', lessons);
  assert.equal(code, 1);
  assert.match(
    stdout,
    /FAILED: figure\.ipynb was made from another text; npm run notebooks -- --write figure\n/,
  );
  assert.match(stdout, /\n0 passed, 1 failed\n$/);
});

test('a lesson fails on an error, on standard error, on a path, on a dead kernel, and on an error that stays away', async () => {
  const { code, stdout } = await runNotebooks('--folder', join(__dirname, 'failing'));
  assert.equal(code, 1);
  const reasons = [...stdout.matchAll(/^(\w+) {2}\d+\.\d s {2}FAILED: (.*)$/gm)].map(([, name, reason]) => [
    name,
    reason,
  ]);
  const path = reasons.find(([name]) => name === 'path')?.[1];
  assert.match(path!, /^cell 2 shows a path of this machine: \//);
  assert.deepEqual(
    reasons.filter(([name]) => name !== 'path'),
    [
      ['crash', 'cell 2: the kernel died: Kernel died'],
      ['error', 'cell 3: RangeError: no such number'],
      ['errorMissing', 'cell 2 is tagged raises-exception, but no error came'],
      ['standardError', 'cell 2 wrote to standard error: a warning'],
    ],
  );
  assert.match(stdout, /\n0 passed, 5 failed\n$/);
});

test('a lesson that takes too long is stopped', async () => {
  const { code, stdout } = await runNotebooks('--folder', join(__dirname, 'endless'), '--timeout', '8');
  assert.equal(code, 1);
  assert.match(
    stdout,
    /^endless {2}\d+\.\d s {2}FAILED: cell \d was still running after 8 s\n0 passed, 1 failed\n$/,
  );
});

test('wrong usage is refused in one line', async () => {
  const unknown = await runNotebooks('--folder', join(__dirname, 'failing'), '99');
  assert.deepEqual(unknown, {
    code: 2,
    stdout: '',
    stderr:
      "npm run notebooks: NAME must be one of crash, error, errorMissing, path, standardError; got '99'\n",
  });
  const { code, stderr } = await runNotebooks('--timeout', 'soon');
  assert.equal(code, 2);
  assert.equal(stderr, "npm run notebooks: argument --timeout: invalid float value: 'soon'\n");
  const none = await runNotebooks('--jobs', '0');
  assert.deepEqual(none, {
    code: 2,
    stdout: '',
    stderr: 'npm run notebooks: --jobs must be at least 1; got 0\n',
  });
});
