import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convolutionStepper } from '../../lib/plot/interactives/convolutionStepper';
import { interactiveHtml } from '../../lib/plot/interactives/interactiveHtml';
import { pageScript } from '../../lib/plot/interactives/pageScript';
import { show } from '../../lib/plot/show';
import { fakeKernel } from '../plot/fakeKernel';

test('in a notebook an interactive is one output: HTML, and its description as text', () => {
  const { displays, awaited } = fakeKernel();
  const interactive = convolutionStepper();
  show(interactive);
  assert.equal(awaited.length, 0);
  assert.equal(displays.length, 1);
  assert.deepEqual(displays[0]!.bundle, {
    data: {
      'text/html': interactiveHtml(interactive, pageScript('convolutionStepper')),
      'text/plain': interactive.alt,
    },
    metadata: {},
  });
});

test('outside a notebook its description is printed', () => {
  const printed: string[] = [];
  show(convolutionStepper(), text => printed.push(text));
  assert.deepEqual(printed, [`${convolutionStepper().alt}\n`]);
});

test('an interactive whose page has not been built is refused by name', () => {
  fakeKernel();
  const interactive = { page: 'gone', data: 0, picture: '', alt: '' };
  assert.throws(() => show(interactive), /^Error: show: .*gone\.js is missing; run npm run build$/);
});
