import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outputHtml } from '../../../book/pages/outputHtml';

test('what a cell prints is text, whatever signs are in it', () => {
  assert.deepEqual(outputHtml({ output_type: 'stream', name: 'stdout', text: ['1 < 2\n', '&\n'] }, ''), {
    html: '<pre class="output">1 &lt; 2\n&amp;</pre>',
    files: [],
  });
});

test("an error is shown without its terminal's colours", () => {
  const traceback = ['\u001b[31mRangeError\u001b[39m: no <b>', '    at line 1'];
  assert.equal(
    outputHtml({ output_type: 'error', traceback }, '').html,
    '<pre class="output error">RangeError: no &lt;b&gt;\n    at line 1</pre>',
  );
});

test('a figure is its stored picture, with its description, its size, and its plot in a file beside it', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200.5"><path/></svg>';
  const data = { 'application/vnd.plotly.v1+json': { data: [] }, 'image/svg+xml': [svg], 'text/plain': 'A' };
  const metadata = { 'image/svg+xml': { alt: 'A "dot".' } };
  assert.deepEqual(outputHtml({ output_type: 'display_data', data, metadata }, 'figures/06-1-0'), {
    html:
      '<figure class="plot" data-plot="figures/06-1-0.js">' +
      '<img src="figures/06-1-0.svg" alt="A &quot;dot&quot;." width="300" height="200.5"></figure>',
    files: [
      { path: 'figures/06-1-0.svg', text: svg },
      { path: 'figures/06-1-0.js', text: `drawPlot('figures/06-1-0.js', {"data":[]});\n` },
    ],
  });
});

test('a picture without a plot has none beside it', () => {
  const data = { 'image/svg+xml': '<svg></svg>' };
  const { html, files } = outputHtml({ output_type: 'display_data', data }, 'f');
  assert.equal(html, '<figure class="plot"><img src="f.svg" alt=""></figure>');
  assert.deepEqual(files, [{ path: 'f.svg', text: '<svg></svg>' }]);
});

test('HTML stays what it is, before plain text', () => {
  const data = { 'text/html': ['<b>', 'x</b>'], 'text/plain': 'x' };
  const { html } = outputHtml({ output_type: 'display_data', data }, '');
  assert.equal(html, '<div class="cell-html"><b>x</b></div>');
});

test('plain text is what is left, and nothing at all is an empty line', () => {
  const html = (data: Record<string, unknown>) =>
    outputHtml({ output_type: 'execute_result', data }, '').html;
  assert.equal(html({ 'text/plain': '7' }), '<pre class="output">7</pre>');
  assert.equal(html({}), '<pre class="output"></pre>');
});
