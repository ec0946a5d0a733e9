import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../temporaryFolder';
import { run } from './run';

const folder = temporaryFolder();

test('the help names every command and the exit codes', async () => {
  const { code, out, err } = await run(['--help']);
  assert.deepEqual([code, err], [0, '']);
  for (const command of ['doctor', 'data', 'train', 'evaluate', 'predict', 'export', 'sweep'])
    assert.match(out, new RegExp(`^ {2}${command}`, 'm'));
  assert.match(out, /Exit codes: 0 done, 1 failed, 2 wrong usage or bad input, 130 stopped by Ctrl-C\./);
});

test('every option of train is in its help, with its default', async () => {
  const { code, out } = await run(['train', '--help']);
  assert.equal(code, 0);
  for (const option of [
    'data',
    'test',
    'model',
    'epochs',
    'batch-size',
    'learning-rate',
    'seed',
    'engine',
    'target-accuracy',
    'out',
    'resume',
    'json',
  ]) {
    assert.match(out, new RegExp(`^ {2}--${option}\\b`, 'm'));
  }
  const words = out.replace(/\s+/g, ' ');
  const epochs = 'how often to go through the digits (default: digitnet 1, reference 2, lenet 2, origin 1)';
  const rates = 'digitnet one that rises and falls, reference 0.001, lenet 0.001, origin 0.0001';
  assert.ok(words.includes(`--epochs <n> ${epochs}`), words);
  assert.ok(
    words.includes(`--learning-rate <x> step size, the same at every step (default: ${rates})`),
    words,
  );
});

test('help of a command is the same by both ways', async () => {
  assert.deepEqual(await run(['help', 'train']), await run(['train', '--help']));
  assert.deepEqual(await run(['help']), await run(['--help']));
});

test('the version is that of the package', async () => {
  const { version } = require('../../lib/package.json') as { version: string };
  assert.deepEqual(await run(['--version']), { code: 0, out: `${version}\n`, err: '' });
});

const choice = (option: string, value: string, allowed: string): string =>
  `option '${option}' argument '${value}' is invalid. ${allowed}`;
const wrongUsage: [string, string][] = [
  ['teach', "unknown command 'teach'"],
  ['help teach', "unknown command 'teach'"],
  ['dat', "unknown command 'dat' (Did you mean data?)"],
  ['train --epoch 3', "unknown option '--epoch' (Did you mean --epochs?)"],
  ['train --epochs 0', choice('--epochs <n>', '0', 'Expected a whole number, 1 or more.')],
  ['train --epochs 1e3', choice('--epochs <n>', '1e3', 'Expected a whole number, 1 or more.')],
  ['train --batch-size 1.5', choice('--batch-size <n>', '1.5', 'Expected a whole number, 1 or more.')],
  ['train --seed -1', choice('--seed <n>', '-1', 'Expected a whole number, 0 or more.')],
  ['train --learning-rate 0', choice('--learning-rate <x>', '0', 'Expected a number above 0.')],
  ['train --learning-rate fast', choice('--learning-rate <x>', 'fast', 'Expected a number above 0.')],
  [
    'train --model vgg',
    choice('--model <name>', 'vgg', 'Allowed choices are digitnet, reference, lenet, origin.'),
  ],
  ...['0', '1.01', '99', 'high', 'NaN'].map((value): [string, string] => [
    `train --target-accuracy ${value}`,
    choice('--target-accuracy <x>', value, 'Expected a number above 0, 1 at most.'),
  ]),
  ['train --engine graph', choice('--engine <name>', 'graph', 'Allowed choices are auto, session, eager.')],
  ['train --data', "option '--data <file>' argument missing"],
  [
    'train --resume --target-accuracy 0.9',
    "option '--resume' cannot be used with option '--target-accuracy <x>'",
  ],
  ['train more.csv', "too many arguments for 'train'. Expected 0 arguments but got 1."],
  ['evaluate', "required option '--model <folder>' not specified"],
  ['sweep', "missing required argument 'plan'"],
  ['sweep plan.json --processes 0', choice('--processes <n>', '0', 'Expected a whole number, 1 or more.')],
  [
    'sweep plan.json --ray here:6379 --processes 2',
    "option '--processes <n>' cannot be used with option '--ray <address>'",
  ],
];
for (const [args, message] of wrongUsage) {
  test(`digits ${args}: one line, exit code 2`, async () => {
    assert.deepEqual(await run(args.split(' ')), { code: 2, out: '', err: `digits: ${message}\n` });
  });
}

writeFileSync(join(folder, 'notes.txt'), '');
const missing = join(folder, 'missing.csv');
const badInput: [string[], string][] = [
  [['train', '--data', missing], `readDigits: ${missing}: expected a file, found no such file`],
  [['train', '--data', folder], `readDigits: ${folder}: expected a file, found a folder`],
  [
    ['train', '--out', folder],
    `saveModel: ${folder}: expected a new folder or a saved model, found a folder with notes.txt`,
  ],
  [['train', '--resume'], 'train: --resume must have --out, the folder to go on from, got none'],
  [['sweep', missing], `sweep: ${missing}: expected a file, found no such file`],
  [['evaluate', '--model', folder], `loadModel: ${folder}: expected a folder with a model.json, found none`],
];
for (const [args, message] of badInput) {
  test(`digits ${args[0]} with bad input: ${message.split(': ').pop()}`, async () => {
    assert.deepEqual(await run(args), { code: 2, out: '', err: `digits: ${message}\n` });
  });
}

test('the stack of an error is shown only when asked for', async () => {
  const { code, err } = await run(['train', '--data', missing], { debug: true });
  assert.equal(code, 2);
  assert.match(err, /^digits: InputError: readDigits: .*\n {4}at /);
});

test('a failure while running is one line and exit code 1', async () => {
  const args = ['train', '--data', 'data/sample.csv', '--learning-rate', '1e30', '--batch-size', '50'];
  const { code, out, err } = await run(args);
  assert.deepEqual([code, out], [1, '']);
  assert.match(
    err,
    /\ndigits: fit: (the loss became NaN|weights of \S+ are no numbers any more) .*; start anew with a smaller learningRate\n$/,
  );
});

test('Ctrl-C during digits data leaves nothing and is exit code 130', async () => {
  const stop = new AbortController();
  stop.abort();
  assert.deepEqual(await run(['data', '--out', join(folder, 'stopped')], { stop }), {
    code: 130,
    out: '',
    err: 'digits: interrupted\n',
  });
});

test('doctor --json prints one object, and its verdict is the exit code', async () => {
  const { code, out } = await run(['doctor', '--json']);
  const report = JSON.parse(out) as { ok: boolean; findings: { part: string }[] };
  assert.equal(code, report.ok ? 0 : 1);
  assert.ok(report.findings.some(({ part }) => part === 'Node'));
});

test('the program says what to do when the library is not built', () => {
  const elsewhere = join(folder, 'bin', 'digits.js');
  const { status, stderr } = spawnSync(process.execPath, [
    '-e',
    `const fs = require('fs'); fs.mkdirSync(${JSON.stringify(join(folder, 'bin'))});
     fs.copyFileSync('lib/bin/digits.js', ${JSON.stringify(elsewhere)}); require(${JSON.stringify(elsewhere)});`,
  ]);
  assert.deepEqual([status, `${stderr}`], [1, 'digits: the library is not built; run: npm run build\n']);
});
