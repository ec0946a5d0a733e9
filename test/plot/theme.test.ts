import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plotText, seriesStyle, TEXT_COLOR, themedLayout } from '../../lib/plot/theme';

/** W3C, Web Content Accessibility Guidelines 2.2: relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const parts = [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r, g, b] = parts.map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

test('text and the first four colours can be read on a white page and on a dark one', () => {
  assert.ok(Math.abs(contrast('#ffffff', '#000000') - 21) < 1e-9);
  for (const page of ['#ffffff', '#111111']) {
    assert.ok(contrast(TEXT_COLOR, page) > 4.2, `text on ${page}: ${contrast(TEXT_COLOR, page)}`);
    for (const index of [0, 1, 2, 3]) {
      const { color } = seriesStyle(index);
      assert.ok(contrast(color, page) > 2.9, `${color} on ${page}: ${contrast(color, page)}`);
    }
  }
});

test('six series differ in colour, in dash and in marker, the seventh begins again', () => {
  const styles = [0, 1, 2, 3, 4, 5].map(seriesStyle);
  for (const mark of ['color', 'dash', 'marker'] as const) {
    assert.equal(new Set(styles.map(style => style[mark])).size, 6, mark);
  }
  assert.deepEqual(seriesStyle(6), seriesStyle(0));
});

test('plotly sees no tag and no entity in a text', () => {
  assert.equal(plotText('a <b>&amp;</b>'), 'a &lt;b&gt;&amp;amp;&lt;/b&gt;');
});

test('a layout is transparent, and the caller has the last word', () => {
  const layout = themedLayout('1 < 2', { height: 99 });
  assert.equal(layout.paper_bgcolor, 'rgba(0,0,0,0)');
  assert.equal(layout.height, 99);
  assert.equal((layout.title as { text: string }).text, '1 &lt; 2');
  assert.equal('title' in themedLayout(undefined, {}), false);
});
