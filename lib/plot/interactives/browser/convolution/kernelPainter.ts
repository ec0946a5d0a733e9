/**
 * The kernel as a small spreadsheet: type a weight, walk with the arrow keys, or paint with the pointer.
 * Flow: presets, the reader's hand → **kernel painter** → conv2d.
 */
import { numberText, shortText } from '../../numberText';
import { choices } from '../controls';
import { element } from '../element';
import { afterKey } from '../gridKeys';
import { signedShades } from '../shade';
import { parseWeight } from './parseWeight';

export interface KernelPainter {
  readonly node: HTMLElement;
  setWeights(weights: readonly number[]): void;
}

type Brush = 'type' | '1' | '0' | '-1';

/** @param onChange gets all weights, row by row, when one of them has changed. */
export function createKernelPainter(
  size: number,
  initial: readonly number[],
  onChange: (weights: readonly number[]) => void,
): KernelPainter {
  let weights = initial;
  const inputs = initial.map((_, index) => weightInput(index, size));
  const complaint = element('p', { class: 'error', role: 'alert', hidden: true });

  const show = () => {
    const shades = signedShades(weights);
    inputs.forEach((input, index) => {
      input.style.background = shades(weights[index]!).background;
      if (!input.matches(':focus')) input.value = shortText(weights[index]!);
    });
  };
  const setWeight = (index: number, weight: number) => {
    weights = weights.map((old, at) => (at === index ? weight : old));
    show();
    onChange(weights);
  };
  const complain = (index: number, isWrong: boolean) => {
    const input = inputs[index]!;
    input.setAttribute('aria-invalid', String(isWrong));
    complaint.hidden = !isWrong;
    complaint.textContent = `“${input.value}” is no number: the weight stays ${numberText(weights[index]!)}`;
  };

  inputs.forEach((input, index) => {
    input.addEventListener('focus', () => input.select());
    input.addEventListener('input', () => {
      const weight = parseWeight(input.value);
      if (weight !== undefined) setWeight(index, weight);
    });
    input.addEventListener('blur', () => {
      complain(index, parseWeight(input.value) === undefined);
      input.value = shortText(weights[index]!);
    });
  });
  const cells = element(
    'div',
    { class: 'weights', role: 'group', 'aria-label': 'Weights of the kernel' },
    inputs,
  );
  cells.style.setProperty('--columns', String(size));
  walkByKeys(cells, inputs, size);
  show();
  return {
    node: element('div', {}, [cells, brushFor(cells, inputs, setWeight), complaint]),
    setWeights: next => {
      weights = next;
      show();
    },
  };
}

function weightInput(index: number, size: number): HTMLInputElement {
  const place = `row ${Math.floor(index / size) + 1}, column ${(index % size) + 1}`;
  return element('input', {
    type: 'text',
    inputmode: 'decimal',
    autocomplete: 'off',
    'aria-label': `Weight, ${place}`,
    tabindex: index === 0 ? 0 : -1,
  });
}

/** One stop for the Tab key; the arrow keys lead from weight to weight. */
function walkByKeys(cells: HTMLElement, inputs: readonly HTMLInputElement[], size: number): void {
  cells.addEventListener('focusin', ({ target }) => {
    for (const input of inputs) input.tabIndex = input === target ? 0 : -1;
  });
  cells.addEventListener('keydown', event => {
    const index = inputs.indexOf(event.target as HTMLInputElement);
    const next = afterKey(event, [Math.floor(index / size), index % size], [size, size]);
    if (next === undefined) return;
    event.preventDefault();
    inputs[next[0] * size + next[1]]!.focus();
  });
}

/** What the pointer does: it picks a weight to type, or paints one value over all it is drawn across. */
function brushFor(
  cells: HTMLElement,
  inputs: readonly HTMLInputElement[],
  setWeight: (index: number, weight: number) => void,
): HTMLElement {
  const brush = choices<Brush>(
    'Pointer',
    [
      ['type', 'picks a weight'],
      ['1', 'paints 1'],
      ['0', 'paints 0'],
      ['-1', 'paints −1'],
    ],
    'type',
    value => cells.classList.toggle('painting', value !== 'type'),
  );
  const paint = (event: PointerEvent) => {
    if (brush.value === 'type' || event.buttons !== 1) return;
    event.preventDefault();
    // A finger keeps sending its events to where it came down: ask for what lies below it.
    const root = cells.getRootNode() as ShadowRoot;
    const index = inputs.indexOf(root.elementFromPoint(event.clientX, event.clientY) as HTMLInputElement);
    if (index >= 0) setWeight(index, Number(brush.value));
  };
  cells.addEventListener('pointerdown', paint);
  cells.addEventListener('pointermove', paint);
  return brush.node;
}
