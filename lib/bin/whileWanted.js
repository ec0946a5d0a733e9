/**
 * Runs one command line of `digits` for another program, and ends with it: that program holds standard input open.
 * However it dies, the system closes the pipe, and no training goes on that nobody waits for.
 */
process.stdin.resume().once('end', () => process.exit(130));
process.stdin.unref();
require('./digits.js');
