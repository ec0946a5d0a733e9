/** What a file's header, a label, a file's name or an error says stays text on its way from the kernel to a page. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { outputHtml } from '../../book/pages/outputHtml';
import { startKernel } from '../kernel/startKernel';
import type { CellResult, TestKernel } from '../kernel/testKernel';
import { readHtml } from '../plot/page';
import { temporaryFolder } from '../temporaryFolder';
import { exportNotebooks } from './exportNotebooks';

const nasty = '<img src=x onerror=alert(1)>';

const folder = temporaryFolder();
const write = (name: string, text: string): void => writeFileSync(join(folder, `${nasty}${name}.csv`), text);
const pixels = Array.from({ length: 784 }, (_, index) => `pixel${index}`);
write('header', `${nasty},${pixels.join()}\n5,${pixels.map(() => 0).join()}\n`);
write('label', `label,${pixels.join()}\n${nasty},${pixels.map(() => 0).join()}\n`);
const read = (name: string): string =>
  `import { readDigits } from 'digits-cnn'; await readDigits(${JSON.stringify(join(folder, `${nasty}${name}.csv`))});`;

const cells: Readonly<Record<string, string>> = {
  'a header': read('header'),
  'a label': read('label'),
  'the name of a file': read('gone'),
  'a thrown error': `throw new RangeError(${JSON.stringify(nasty)});`,
  'a thrown value': `throw ${JSON.stringify(nasty)};`,
  'a type error': `const count: number = ${JSON.stringify(nasty)};`,
  'a printed line': `console.log(${JSON.stringify(nasty)}); console.error(${JSON.stringify(nasty)});`,
  'a value': JSON.stringify(nasty),
};

/** The cell's outputs as a notebook keeps them. */
function stored({ outputs }: CellResult) {
  return outputs
    .filter(({ type }) => ['stream', 'error', 'execute_result', 'display_data'].includes(type))
    .map(({ type, content }) => ({ output_type: type, ...content }));
}

suite('text from the kernel', () => {
  let kernel: TestKernel;
  before(async () => {
    kernel = await startKernel();
  });
  after(() => kernel?.stop());

  test('no page makes markup of it: neither the export nor the book', async () => {
    const outputs = [];
    for (const [what, code] of Object.entries(cells)) {
      const result = stored(await kernel.execute(code, { stopOnError: false }));
      const text = JSON.stringify(result);
      assert.ok(text.includes(nasty), `${what}: ${text}`);
      assert.doesNotMatch(text, /text\/html/, what);
      outputs.push(...result);
    }
    const cell = { cell_type: 'code', execution_count: 1, id: 'a', metadata: {}, source: '1', outputs };
    const notebook = { cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 };
    const file = join(folder, 'texts.ipynb');
    writeFileSync(file, JSON.stringify(notebook));
    await exportNotebooks([file], folder, temporaryFolder());

    const book = outputs.map(output => outputHtml(output as never, 'texts').html).join('\n');
    for (const page of [readFileSync(join(folder, 'texts.html'), 'utf8'), book]) {
      const body = readHtml(page);
      assert.equal(body.querySelector('[onerror]'), null);
      const count = body.textContent?.split(nasty).length ?? 0;
      assert.ok(count > Object.keys(cells).length, `${count - 1} times`);
    }
  });
});
