import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageScript } from '../../lib/plot/interactives/pageScript';
import { bundledPage, pageNames } from './bundledPage';

/** In bytes: several interactives stand in one notebook, whose file should stay below 1 MB. */
const LARGEST = 60_000;

for (const name of pageNames) {
  test(`the page ${name} is small and can stand inside a script element`, t => {
    const script = bundledPage(name);
    const bytes = Buffer.byteLength(script);
    t.diagnostic(`${(bytes / 1000).toFixed(1)} kB`);
    assert.ok(bytes > 1000 && bytes <= LARGEST, `${bytes} bytes`);
    assert.doesNotMatch(script, /<\/script|<!--/i);
  });

  test(`the page ${name} asks for nothing from outside`, () => {
    assert.doesNotMatch(bundledPage(name), /https?:|\bfetch\(|XMLHttpRequest|WebSocket|\bimport\(/);
  });
}

test('the library reads a page as the build left it', () => {
  assert.match(pageScript('convolutionStepper'), /attachShadow/);
});

test('a page that is not there is named, with the command that makes it', () => {
  assert.throws(
    () => pageScript('gone'),
    /^Error: show: .*dist.pages.gone\.js is missing; run npm run build$/,
  );
});
