#!/usr/bin/env node
/**
 * The `digits` program: gives the process's streams and Ctrl-C to the command line in lib/cli.
 * The first Ctrl-C asks the command to stop, the second ends the process.
 */
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const library = join(__dirname, '../dist/cli/main.js');
if (!existsSync(library)) {
  process.stderr.write('digits: the library is not built; run: npm run build\n');
  process.exit(1);
}

const stop = new AbortController();
process.once('SIGINT', () => {
  stop.abort();
  process.once('SIGINT', () => process.exit(130));
});

// Where nobody reads on, as behind `| head`, there is nothing to say; a full disk is worth a line.
process.stdout.on('error', ({ code }) => {
  if (code === 'EPIPE') process.exit(1);
  const reason = code === 'ENOSPC' ? 'the disk is full' : code;
  process.stderr.write(`digits: standard output cannot be written: ${reason}\n`);
  process.exit(1);
});

require(library)
  .main(process.argv.slice(2), {
    out: text => process.stdout.write(text),
    err: text => process.stderr.write(text),
    terminal: process.stderr.isTTY === true,
    signal: stop.signal,
    debug: process.env.DEBUG === 'digits',
  })
  .then(code => {
    process.exitCode = code;
  });
