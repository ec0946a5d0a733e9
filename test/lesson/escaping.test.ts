/** Whatever a reader answers, guesses, calls a board or keeps a folder as, it is text in every form of every output. */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { compareGuess, exercise, liveBoard, progress, show } from '../../lib/entries/lesson';
import { drawOperations } from '../../lib/plot/drawOperations';
import { fakeKernel } from '../plot/fakeKernel';
import { readHtml, readSvg } from '../plot/page';
import { temporaryFolder } from '../temporaryFolder';

const nasty = `</script><script>alert(1)</script><img src=x onerror=alert(2)>"double" 'single' &lt;`;

/** A folder whose own name is markup; a name of a file has no slash. */
function nastyFolder(): string {
  const folder = join(temporaryFolder(), '<img src=x onerror=alert(3)>');
  mkdirSync(folder);
  return folder;
}

function throwing(): never {
  throw new RangeError(nasty);
}

/** Everything in lib that shows something else than a figure or an interactive, each given the text wherever it can be. */
const shown: Readonly<Record<string, () => void>> = {
  'an answer that is the text': () => exercise('start/scale').check(nasty as never),
  'an answer that gives the text': () => exercise('start/scale').check(() => nasty as never),
  'an answer with the text as a name': () =>
    exercise('start/scale').check(() => ({ [nasty]: [nasty] }) as never),
  'an answer that throws the text': () => exercise('start/scale').check(throwing),
  'progress that cannot be saved': () => {
    const folder = join(nastyFolder(), 'not', 'there');
    exercise('start/scale', { folder }).check(pixels => Float64Array.from(pixels, pixel => pixel / 255));
  },
  'progress from a damaged file': () => {
    const folder = nastyFolder();
    writeFileSync(join(folder, '.progress.json'), nasty);
    progress({ folder });
    progress({ folder, lesson: '00-start-here' });
  },
  'a guess': () => compareGuess(nasty, nasty),
  'a board': () => {
    const board = liveBoard({ title: nasty, xTitle: nasty, series: [{ name: nasty, yTitle: nasty }] });
    board.add(nasty, 1, 1);
    board.note(nasty);
    board.end();
  },
  'a graph of operations': () =>
    show(
      drawOperations([
        { name: nasty, type: nasty, inputs: [] },
        { name: `${nasty}2`, type: 'Placeholder', inputs: [nasty] },
      ]),
    ),
};

suite('escaping', () => {
  for (const [what, showIt] of Object.entries(shown)) {
    test(`${what}: no text becomes markup`, () => {
      const { displays } = fakeKernel();
      showIt();
      assert.ok(displays.length > 0);
      for (const { bundle } of displays) {
        const { 'text/html': html, 'image/svg+xml': svg, 'text/plain': _plain, ...others } = bundle.data;
        for (const page of [
          ...(html === undefined ? [] : [readHtml(String(html))]),
          ...(svg === undefined ? [] : [readSvg(String(svg))]),
        ]) {
          assert.equal(page.querySelector('script, img, [onerror]'), null);
          const isTold = /alert\(\d\)|\.progress|exercises solved/.test(page.textContent ?? '');
          assert.ok(isTold, page.textContent ?? '');
        }
        assert.doesNotMatch(JSON.stringify(others), /<(?!extra><\/extra>)/);
      }
    });
  }

  test('HTML and pictures reach a notebook from nowhere else', () => {
    const lib = join(__dirname, '..', '..', 'lib');
    const files = readdirSync(lib, { recursive: true, encoding: 'utf8' }).filter(file =>
      /^(?!dist|node_modules).*\.ts$/.test(file),
    );
    const showing = files.filter(file =>
      /'text\/html':|'image\/svg\+xml':/.test(readFileSync(join(lib, file), 'utf8')),
    );
    const known = ['lesson/liveBoard.ts', 'lesson/message.ts', 'lesson/progress.ts', 'plot/show.ts'];
    assert.deepEqual(showing.map(file => file.replaceAll('\\', '/')).sort(), known);
  });
});
