/**
 * `npm run book`: the course as a site of pages that need no network.
 * Flow: set-up → **book** → book/pages → Sphinx → book/out.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, dirname, join, relative, resolve } from 'node:path';
// As a whole: older Nodes, which set-up refuses in plain words, have no parseArgs to import by name.
import * as util from 'node:util';
import { commandError } from './setup/explain.mjs';
import { setUpOrExit } from './setup/index.mjs';
import { courseRoot, workFolder } from './setup/paths.mjs';
import { run } from './setup/run.mjs';
import { plainMessage, SetupError } from './setup/setupError.mjs';
import { makeSideEnvironment, sideEnvironments } from './setup/sideEnvironment.mjs';

const help = `npm run book [-- OPTIONS]   Makes the course into a site that needs no network.

  --out FOLDER        where the site goes; what is there is replaced (book/out)
  --environment       only make what the book is made with, .venv-book
  --help              this text
`;

/** @returns {{ out: string, environment: boolean, help: boolean }} */
function readOptions() {
  try {
    const { values } = util.parseArgs({
      options: {
        out: { type: 'string', default: join(courseRoot, 'book', 'out') },
        environment: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    return { ...values, out: resolve(values.out) };
  } catch (error) {
    const [reason] = /** @type {Error} */ (error).message.split('. ');
    process.stderr.write(`npm run book: ${reason}; npm run book -- --help lists the options\n`);
    process.exit(2);
  }
}

/** What is there is replaced, so it has to be a book. @param {string} out */
function requireReplaceable(out) {
  const files = existsSync(out) ? readdirSync(out) : [];
  if (files.length > 0 && !files.includes('searchindex.js')) {
    throw new SetupError(`--out: ${out} is not empty and holds no book; name another folder`);
  }
}

/**
 * @param {string} what in the reader's words
 * @param {string} command
 * @param {string[]} args
 * @param {string} source the folder of the pages, which the reader does not know
 */
async function runOrThrow(what, command, args, source) {
  const env = { ...process.env, PATH: [dirname(process.execPath), process.env.PATH].join(delimiter) };
  const { status, output } = await run(command, args, { cwd: courseRoot, env });
  if (status === 0) return;
  if (/ENOSPC|No space left on device/.test(output)) {
    throw new SetupError(`${what} failed: the disk is full (it goes to ${dirname(source)})`);
  }
  // Sphinx names the page and the line; so do our own programs' errors.
  const telling = /^.*?\b(?:WARNING|ERROR|Error): .*$/m.exec(output)?.[0];
  if (telling === undefined) throw commandError(what, output, workFolder(courseRoot));
  throw new SetupError(`${what} failed: ${telling.replace(`${source}/`, '')}`);
}

/** @param {string} python @param {string} out */
async function buildBook(python, out) {
  const work = `${out}.part`;
  rmSync(work, { recursive: true, force: true });
  try {
    const site = await makeSite(python, work);
    rmSync(out, { recursive: true, force: true });
    renameSync(site, out);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** @param {string} python @param {string} work a folder for what is in the making @returns {Promise<string>} */
async function makeSite(python, work) {
  const [source, site] = [join(work, 'source'), join(work, 'site')];
  mkdirSync(source, { recursive: true });
  console.log('book: writing the pages of the lessons and of the library …');
  const program = ['--import', 'tsx', 'book/pages/main.ts', source];
  await runOrThrow('writing the pages', process.execPath, program, source);
  console.log('book: making the site …');
  const settings = {
    html_static_path: join(source, 'static'),
    html_extra_path: join(source, 'beside'),
    exclude_patterns: 'static,beside',
  };
  const sphinx = [
    // -B: leaves no __pycache__ in the repository.
    ...['-B', '-m', 'sphinx', '-q', '-b', 'html', '-c', 'book', '-d', join(work, 'doctrees')],
    // A link that leads nowhere is an error.
    ...['-W', '--keep-going', '-D', 'nitpicky=1'],
    ...Object.entries(settings).flatMap(([name, value]) => ['-D', `${name}=${value}`]),
    ...[source, site],
  ];
  await runOrThrow('Sphinx', python, sphinx, source);
  return site;
}

const options = readOptions();
if (options.help) {
  process.stdout.write(help);
  process.exit(0);
}
await setUpOrExit({ only: ['node', 'packages', 'library'] });
try {
  const started = performance.now();
  const log = (/** @type {string} */ line) => console.log(`book: ${line}`);
  if (!options.environment) requireReplaceable(options.out);
  const python = await makeSideEnvironment(courseRoot, sideEnvironments.book, log);
  if (!options.environment) {
    await buildBook(python, options.out);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    log(`ready after ${seconds} s: ${relative(process.cwd(), join(options.out, 'index.html'))}`);
  }
} catch (error) {
  console.error(`book: ${plainMessage(error)}`);
  process.exitCode = 1;
}
