/**
 * The graph on the page: what has been computed is shown, the rest waits.
 * Flow: GraphRun, number of steps done → **drawing** → stepper.
 */
import type { GraphRun } from '../../graphStepperData';
import { graphMarks } from '../../graphSvg';
import { element } from '../element';

export interface Drawing {
  readonly node: HTMLElement;
  /** Puts another run's graph in place. */
  draw(run: GraphRun): void;
  /** Shows what the first `done` steps of the run have computed, and marks the last of them. */
  show(run: GraphRun, done: number): void;
}

export function createDrawing(): Drawing {
  const node = element('div', {
    class: 'drawing',
    role: 'group',
    tabindex: 0,
    'aria-label': 'The graph; it can be scrolled',
  });
  const all = (selector: string) => [...node.querySelectorAll<SVGGElement>(selector)];
  return {
    node,
    draw: ({ drawing, fetch }) => {
      const [width, height] = [Math.ceil(drawing.width), Math.ceil(drawing.height)];
      node.innerHTML = `<svg class="graph" width="${width}" height="${height}" role="img">${graphMarks(drawing)}</svg>`;
      node.firstElementChild!.setAttribute('aria-label', `${drawing.nodes.length} nodes, down to ${fetch}`);
    },
    show: ({ drawing, steps }, done) => {
      const shown = steps.slice(0, done);
      const now = shown.at(-1);
      const has = (name: string, shows: 'value' | 'gradient') =>
        shown.some(step => step.node === name && step.shows === shows);
      for (const box of all('.node')) {
        const name = box.dataset.node!;
        box.classList.toggle('valued', has(name, 'value'));
        box.classList.toggle('graded', has(name, 'gradient'));
        box.classList.toggle('now', name === now?.node);
      }
      for (const arrow of all('.edge')) {
        const { from, to } = arrow.dataset as { from: string; to: string };
        const isForward = now?.shows === 'value' && to === now.node;
        const isBackward = now?.shows === 'gradient' && from === now.node && has(to, 'gradient');
        arrow.classList.toggle('now', isForward || isBackward);
      }
      const box = drawing.nodes.find(({ id }) => id === now?.node);
      node.scrollTo((box?.x ?? 0) - node.clientWidth / 2, (box?.y ?? 0) - node.clientHeight / 2);
    },
  };
}
