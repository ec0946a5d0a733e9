/**
 * One read of the digits in a process of its own, by the built library; bench/data/compare.ts starts it.
 * Prints {"seconds", "peakMegabytes", "rows", "version"}; the time is that of the read, without the start of Node.
 */
import { readDigits } from 'digits-cnn';

const [, , file = 'data/train.csv'] = process.argv;
const started = performance.now();
const { count } = await readDigits(file);
const seconds = (performance.now() - started) / 1000;
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ seconds, peakMegabytes, rows: count, version: `Node ${process.version}` }));
