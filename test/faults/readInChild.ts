/**
 * Reads one file in a process of its own and says how much memory that took: `readInChild.ts READER PATH`.
 * Prints what the reader refused, and the most megabytes the process held beyond those before.
 */
import { readDigits } from '../../lib/data/readDigits';
import { readIdx } from '../../lib/data/readIdx';
import { loadModel } from '../../lib/model/loadModel';
import { readPhotos } from '../../lib/tensorflow/readPhotos';
import { ready } from '../../lib/tensorflow/tf';

const readers: Record<string, (path: string) => Promise<unknown>> = {
  readDigits,
  readIdx,
  loadModel,
  readPhotos: path => readPhotos([path]),
};

async function main([reader, path]: string[]): Promise<void> {
  await ready();
  const before = process.resourceUsage().maxRSS;
  const refused = await readers[reader!]!(path!).then(
    () => 'nothing',
    (error: Error) => `${error.name}: ${error.message}`,
  );
  const megabytes = (process.resourceUsage().maxRSS - before) / 1024;
  console.log(JSON.stringify({ refused, megabytes }));
}

void main(process.argv.slice(2));
