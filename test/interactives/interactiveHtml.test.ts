import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Interactive } from '../../lib/plot/interactives/interactive';
import { interactiveHtml } from '../../lib/plot/interactives/interactiveHtml';
import { readHtml, readSvg } from '../plot/page';

const interactive: Interactive = { page: 'p', data: [1], picture: '<svg/>', alt: 'A dot.' };

test('picture, data and script stand in one container', () => {
  const source = `data:image/svg+xml;base64,${Buffer.from('<svg/>').toString('base64')}`;
  assert.equal(
    interactiveHtml(interactive, 'run()'),
    '<div data-lm-suppress-shortcuts="true">' +
      `<img src="${source}" alt="A dot." style="max-width: 100%">` +
      '<script type="application/json">[1]</script><script>run()</script></div>',
  );
});

test('no text of the data can leave the script element, and all of it arrives', () => {
  const data = {
    text: '</script><script>alert(1)</script><!-- <b>',
    gap: Number.NaN,
    list: Float64Array.of(1),
  };
  const body = readHtml(interactiveHtml({ ...interactive, data }, 'run()'));
  const scripts = [...body.querySelectorAll('script')];
  assert.equal(scripts.length, 2);
  assert.deepEqual(JSON.parse(scripts[0]!.textContent!), { text: data.text, gap: null, list: [1] });
  assert.equal(body.querySelector('b'), null);
});

test('a description with quotes and tags stays a description', () => {
  const alt = '"1 < 2" & \'so on\'';
  const body = readHtml(interactiveHtml({ ...interactive, alt }, ''));
  assert.equal(body.querySelector('img')?.getAttribute('alt'), alt);
});

test('the table comes below the container, so that it stays when the page lives', () => {
  const table = { columns: ['row'], rows: [[1]] };
  const body = readHtml(interactiveHtml({ ...interactive, table }, ''));
  assert.deepEqual(
    Array.from(body.children, child => child.tagName),
    ['DIV', 'DETAILS'],
  );
});

test('the picture inside the address is the picture', () => {
  const picture = '<svg xmlns="http://www.w3.org/2000/svg"><title>π ≈ 3</title></svg>';
  const body = readHtml(interactiveHtml({ ...interactive, picture }, ''));
  const [, base64] = body.querySelector('img')!.getAttribute('src')!.split(',');
  assert.equal(readSvg(Buffer.from(base64!, 'base64').toString()).textContent, 'π ≈ 3');
});
