/**
 * `npm start`: sets up whatever is missing, then opens JupyterLab on the course.
 * Flow: set-up → **start** → JupyterLab → the tslab kernel.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
// As a whole: older Nodes, which set-up refuses in plain words, have no parseArgs to import by name.
import * as util from 'node:util';
import { isPortFree } from './setup/freePort.mjs';
import { setUpOrExit } from './setup/index.mjs';
import { jupyterEnvironment } from './setup/jupyterEnvironment.mjs';
import { courseRoot, venvPython } from './setup/paths.mjs';
import { start } from './setup/run.mjs';

const help = `npm start [-- OPTIONS]   Opens the course in JupyterLab; Ctrl-C stops it.

  --gpu          compute on an NVIDIA GPU; the first time, 3.4 GB are downloaded
  --no-browser   do not open a browser; the address is printed
  --port N       serve on port N; by default 8888 or the next free one
  --help         this text
`;
const host = '127.0.0.1';

/** @param {string} line @param {number} code @returns {never} */
function fail(line, code) {
  process.stderr.write(`npm start: ${line}\n`);
  process.exit(code);
}

/** @returns {{ browser: boolean, port: number | undefined, gpu: boolean, help: boolean }} */
function readOptions() {
  try {
    const { values } = util.parseArgs({
      options: {
        gpu: { type: 'boolean', default: false },
        'no-browser': { type: 'boolean' },
        port: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port >= 1 && port <= 65_535)) {
      fail(`--port must be a whole number from 1 to 65535, got '${values.port}'`, 2);
    }
    return { browser: !values['no-browser'], port, gpu: values.gpu, help: values.help };
  } catch (error) {
    const [reason] = /** @type {Error} */ (error).message.split('. ');
    return fail(`${reason}; npm start -- --help lists the options`, 2);
  }
}

/** @param {ReturnType<typeof readOptions>} options */
function jupyterArguments({ browser, port }) {
  const first = 'notebooks/00-start-here.ipynb';
  return [
    ...['-m', 'jupyterlab', `--ServerApp.ip=${host}`, `--ServerApp.root_dir=${courseRoot}`],
    `--LabApp.default_url=/lab${existsSync(join(courseRoot, first)) ? `/tree/${first}` : ''}`,
    '--KernelSpecManager.allowed_kernelspecs=tslab',
    '--MultiKernelManager.default_kernel_name=tslab',
    // Only what matters, among it the address.
    '--log-level=WARN',
    ...(browser ? [] : ['--no-browser']),
    ...(port === undefined ? [] : [`--ServerApp.port=${port}`, '--ServerApp.port_retries=0']),
    // A container's user is often root, whom Jupyter otherwise refuses.
    ...(process.getuid?.() === 0 ? ['--allow-root'] : []),
  ];
}

const options = readOptions();
if (options.help) {
  process.stdout.write(help);
  process.exit(0);
}
if (options.port !== undefined && !(await isPortFree(options.port, host))) {
  fail(`port ${options.port} is in use; choose another, or leave --port out`, 1);
}
if (options.gpu) {
  const other = process.env.DIGITS_TENSORFLOW;
  if (other && other !== 'gpu')
    fail(`--gpu contradicts DIGITS_TENSORFLOW=${other}; leave one of them out`, 2);
  process.env.DIGITS_TENSORFLOW = 'gpu';
}
await setUpOrExit();

const server = start(venvPython(courseRoot), jupyterArguments(options), {
  cwd: courseRoot,
  env: jupyterEnvironment(courseRoot),
  stdio: ['pipe', 'inherit', 'inherit'],
});
let stopped = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    stopped = true;
    server.stdin?.end();
  });
}
server.on('exit', code => {
  process.exitCode = stopped ? 0 : (code ?? 1);
});
