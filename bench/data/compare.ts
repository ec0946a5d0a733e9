/**
 * How fast the digits are read, beside pandas and polars: 60 000 rows of 785 numbers.
 *
 *     npm run bench -- data [rounds]
 *
 * Each read has a process of its own, so that its peak memory is its own; the readers take turns, so that a busy
 * moment of the machine meets all of them.
 */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { machine } from '../machine';
import { median } from '../median';

const FILE = 'data/train.csv';
const PYTHON = '.venv-bench/bin/python';

interface Read {
  seconds: number;
  peakMegabytes: number;
  rows: number;
  version: string;
}

const readers: Readonly<Record<string, readonly string[]>> = {
  readDigits: [process.execPath, 'bench/data/readDigits.mjs', FILE],
  pandas: [PYTHON, 'bench/data/read.py', 'pandas', FILE],
  polars: [PYTHON, 'bench/data/read.py', 'polars', FILE],
};

function readOnce([command, ...args]: readonly string[]): Read {
  const { status, stdout, stderr } = spawnSync(command!, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`bench: ${command} ${args.join(' ')} failed: ${stderr}`);
  return JSON.parse(stdout);
}

const rounds = Number(process.argv[2] ?? 7);
console.log(machine());
console.log(`${FILE}, ${(statSync(FILE).size / 1e6).toFixed(0)} MB; medians of ${rounds} rounds\n`);
const reads = Object.fromEntries(Object.keys(readers).map(name => [name, [] as Read[]]));
for (let round = 0; round < rounds; round++) {
  for (const [name, command] of Object.entries(readers)) reads[name]!.push(readOnce(command));
}
const ours = median(reads.readDigits!.map(({ seconds }) => seconds));
console.log('| reader | rows | seconds | peak MB | times readDigits |\n|---|---:|---:|---:|---:|');
for (const [name, all] of Object.entries(reads)) {
  const seconds = median(all.map(read => read.seconds));
  const peak = median(all.map(read => read.peakMegabytes));
  const cells = [
    `${name}, ${all[0]!.version}`,
    all[0]!.rows,
    seconds.toFixed(2),
    peak.toFixed(0),
    (seconds / ours).toFixed(1),
  ];
  console.log(`| ${cells.join(' | ')} |`);
}
