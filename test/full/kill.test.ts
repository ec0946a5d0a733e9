/**
 * Signal 9 where it takes minutes: the steps of set-up that install and compile, in an empty home, and a training at
 * many random moments.
 */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '../../lib/random/random';
import { ready } from '../../lib/tensorflow/tf';
import { steps } from '../../scripts/setup/index.mjs';
import { killAt, type Life } from '../faults/killAt';
import { assertNothingHalf, assertTidy, train, weightsOf } from '../faults/trainings';
import { cloneInto, newUser, runNode } from '../setup/freshClone';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'digits-cnn-kill-')));
after(() => rmSync(folder, { recursive: true, force: true }));
before(ready);

const KILLS = 40;
const user = newUser(join(folder, 'home'));
const cache = join(folder, 'home', '.cache', 'digits-cnn');
const root = cloneInto(join(folder, 'course'));
const program = `import { setUpOrExit } from './scripts/setup/index.mjs'; await setUpOrExit();`;

/** The part of the cache that is being made. */
function part(): string {
  const name = existsSync(cache) && readdirSync(cache).find(name => name.includes('.part-'));
  return name ? join(cache, name) : join(cache, 'none');
}

const isThere = (...names: string[]): boolean => existsSync(join(...names));
const isLong = (path: string, bytes: number): boolean =>
  (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > bytes;

/** Step, moment in it; in the order in which one set-up meets them. */
const moments: [string, string, (life: Life) => boolean][] = [
  ['packages', 'npm has begun', () => isThere(root, 'node_modules')],
  ['packages', 'half of them are there', () => isThere(root, 'node_modules', 'typescript')],
  ['packages', 'npm is nearly through', () => isThere(root, 'node_modules', '.package-lock.json')],
  ['library', 'the compiler writes', () => isThere(root, '.setup', 'dist', 'data')],
  ['python', 'the environment is made', () => isThere(root, '.venv', 'bin', 'python')],
  ['python', 'packages are installed', () => isThere(root, '.venv', 'bin', 'jupyter')],
  ['tensorflow', 'the wheel is asked for', () => isThere(part(), 'download', 'requirements.txt')],
  ['tensorflow', 'the library is unpacked', () => isThere(part(), 'lib')],
  ['tensorflow', 'the addon is compiled', ({ err }) => err().includes('compiling the addon')],
  ['tensorflow', 'the addon is there', () => isLong(join(part(), 'tfjs_binding.node'), 0)],
  [
    'data',
    'the digits are written',
    () => isThere(root, 'data') && readdirSync(join(root, 'data')).some(name => name.endsWith('.part')),
  ],
];

for (const [name, moment, isNow] of moments) {
  test(`set-up killed in ${name} when ${moment}: nothing half made is taken for whole`, async () => {
    const { signal, err } = await killAt(['--input-type=module', '-e', program], isNow, {
      cwd: root,
      env: user,
    });
    assert.equal(signal, 'SIGKILL', err);
    const step = steps.find(({ name: own }) => own === name)!;
    const before = { ...process.env };
    Object.assign(process.env, { HOME: user.HOME, XDG_CACHE_HOME: join(folder, 'home', '.cache') });
    assert.notEqual(step.missing(root), undefined);
    process.env = before;
    const doctor = await runNode(root, ['scripts/doctor.mjs', '--json'], user).ended;
    assert.equal(doctor.status, 1, doctor.stdout + doctor.stderr);
    assert.equal(JSON.parse(doctor.stdout).ok, false);
    await sleep(1000);
  });
}

test('the next set-up completes, leaves nothing half made, and the doctor finds every part in order', async () => {
  const { code, err } = await killAt(['--input-type=module', '-e', program], () => false, {
    cwd: root,
    env: user,
  });
  assert.equal(code, 0, err);
  const doctor = await runNode(root, ['scripts/doctor.mjs', '--json'], user).ended;
  assert.deepEqual(
    JSON.parse(doctor.stdout).findings.filter(({ ok }: { ok: boolean }) => !ok),
    [],
  );
  const left = [join(root, 'data'), cache, join(root, '.setup')].flatMap(place => readdirSync(place));
  assert.deepEqual(
    left.filter(name => /part|-old$|^dist$|lock/.test(name)),
    [],
  );
});

test(`a training killed ${KILLS} times at random moments ends as if nothing had happened`, async () => {
  const undisturbed = join(folder, 'undisturbed');
  const began = performance.now();
  assert.equal((await train(undisturbed)).code, 0);
  const longest = performance.now() - began;
  const weights = weightsOf(undisturbed);
  const random = createRandom(7);
  const killed = join(folder, 'killed');
  for (let kill = 0; kill < KILLS; kill++) {
    const moment = random.uniform() * longest;
    const { signal, code, err } = await train(killed, life => life.milliseconds() > moment);
    assert.ok(signal === 'SIGKILL' || code === 0, err);
    await assertNothingHalf(killed, weights);
    // Once it is through, from scratch.
    if (code === 0) rmSync(killed, { recursive: true });
  }
  const last = await train(killed);
  assert.equal(last.code, 0, last.err);
  assert.equal(weightsOf(killed), weights);
  assertTidy(killed);
});
