/**
 * What the book's pages do beside the theme: search without excerpts where a page may not read its neighbours,
 * plots for those who ask for them, and keys for all that scrolls.
 */
(() => {
  // A page opened from a disk may load scripts, but may not read other pages.
  if (location.protocol === 'file:') DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;
  // One letter must not take the reader away from what they type into an interactive.
  DOCUMENTATION_OPTIONS.ENABLE_SEARCH_SHORTCUTS = false;

  const base = document.documentElement.dataset.content_root;
  /** Plots whose file is on its way: what to do when it arrives. */
  const awaited = new Map();

  /** Called by the file of a plot. */
  globalThis.drawPlot = (file, plot) => awaited.get(file)?.(plot);

  function load(file) {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = base + file;
      script.onload = resolve;
      script.onerror = () => reject(new Error(`${file} cannot be loaded`));
      document.head.append(script);
    });
  }

  /** Plotly is loaded once, by the first who asks. */
  let plotly;

  async function showPlot(figure, button) {
    button.disabled = true;
    const file = figure.dataset.plot;
    plotly ??= load('_static/plotly.js');
    const arrived = new Promise(resolve => awaited.set(file, resolve));
    await Promise.all([plotly, load(file)]);
    const { data, layout, config } = await arrived;
    const target = document.createElement('div');
    target.className = 'live';
    target.tabIndex = -1;
    target.setAttribute('role', 'group');
    target.setAttribute('aria-label', figure.querySelector('img').alt);
    figure.append(target);
    figure.classList.add('is-live');
    button.remove();
    await Plotly.newPlot(target, data, layout, config);
    target.focus();
  }

  function offerPlots() {
    for (const figure of document.querySelectorAll('figure[data-plot]')) {
      const button = document.createElement('button');
      button.textContent = 'Explore this figure';
      button.addEventListener('click', () => showPlot(figure, button));
      figure.append(button);
    }
  }

  /** What is wider than its place can be scrolled with the arrow keys. */
  function reachScrollers() {
    for (const box of document.querySelectorAll('.highlight pre, .table-wrapper, .cell-html, .formula')) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else box.removeAttribute('tabindex');
    }
  }

  addEventListener('DOMContentLoaded', () => {
    offerPlots();
    reachScrollers();
    document.addEventListener('toggle', reachScrollers, true);
  });
  addEventListener('resize', reachScrollers);
})();
