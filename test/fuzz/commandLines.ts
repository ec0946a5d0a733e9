/** Command lines out of true and false words: help, or one line that says what is wrong; help too where no command is named. */
import assert from 'node:assert/strict';
import { createRandom, type Random } from '../../lib/random/random';
import { run } from '../cli/run';
import { assertQuick, type Outcomes } from './mutate';

/** Nothing here is there to be read, so no command gets as far as working. */
const words = [
  ...[
    'data',
    'train',
    'evaluate',
    'predict',
    'export',
    'sweep',
    'help',
    '--help',
    '--version',
    '--',
    '-',
    '',
  ],
  ...['--data', '--test', '--model', '--epochs', '--batch-size', '--learning-rate', '--seed', '--engine'],
  ...[
    '--target-accuracy',
    '--out',
    '--resume',
    '--json',
    '--format',
    '--results',
    '--processes',
    '--ray',
    '--nonsense',
    '-x',
    '--seed=1',
    '--epochs=0',
  ],
  ...[
    'reference',
    'digitnet',
    'session',
    'savedmodel',
    'keras',
    'nowhere.keras',
    'nowhere.csv',
    'nowhere/model',
    'nowhere/plan.json',
    'nowhere:6379',
    'photo.png',
    '\u0000',
  ],
  ...[
    '0',
    '1',
    '-1',
    '1e9',
    'NaN',
    'Infinity',
    '99999999999999999999',
    '0x10',
    '½',
    '<script>',
    '$(reboot)',
    '../..',
  ],
];

function commandLine(random: Random): string[] {
  const length = 1 + random.integer(7);
  return Array.from({ length }, () => words[random.integer(words.length)]!);
}

export async function fuzzCommandLines(cases: number): Promise<Outcomes> {
  const random = createRandom(14);
  const outcomes = { accepted: 0, refused: 0 };
  for (let index = 0; index < cases; index++) {
    const args = commandLine(random);
    // By themselves these two would work: on the course's own digits.
    const command = args[0] === '--' ? args[1] : args[0];
    // Right behind the command: at the end it would be what an --out before it asks for.
    if (command === 'data') args.splice(args.indexOf('data') + 1, 0, '--nonsense');
    if (command === 'train') args.push('--data', 'nowhere.csv');
    const before = process.cpuUsage();
    const { code, out, err } = await run(args);
    assertQuick(args.join(' '), before);
    if (code === 0) {
      assert.ok(out.length > 0 && err === '', JSON.stringify({ args, out, err }));
      outcomes.accepted++;
    } else {
      assert.ok(
        code === 2 && out === '' && /^(digits: [^\n]+\n$|Usage: digits \[options\] \[command\]\n)/.test(err),
        JSON.stringify({ args, code, out, err }),
      );
      outcomes.refused++;
    }
  }
  return outcomes;
}
