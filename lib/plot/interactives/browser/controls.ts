/**
 * Controls with their labels: choices, buttons, sliders.
 * Flow: **controls** → pages.
 */
import type { Choice } from './choice';
import { element } from './element';

export interface Choices<Value extends string> {
  /** The control with its label. */
  readonly node: HTMLElement;
  value: Value;
}

/** A list to choose one value from. Setting `value` does not call `onChange`. */
export function choices<Value extends string>(
  label: string,
  values: readonly Choice<Value>[],
  value: Value,
  onChange?: (value: Value) => void,
): Choices<Value> {
  const list = element(
    'select',
    {},
    values.map(([value, text]) => element('option', { value }, [text])),
  );
  list.value = value;
  list.addEventListener('change', () => onChange?.(list.value as Value));
  return {
    node: element('label', {}, [element('span', {}, [label]), list]),
    get value() {
      return list.value as Value;
    },
    set value(value) {
      list.value = value;
    },
  };
}

export function button(text: string, onClick: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button' }, [text]);
  made.addEventListener('click', onClick);
  return made;
}

export interface SliderOptions {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  /** `'any'` where the value comes from elsewhere too and must not be rounded. */
  readonly step: number | 'any';
  readonly value: number;
  /** The value as it is written beside the slider and read aloud, with its unit. */
  readonly text: (value: number) => string;
  readonly onInput: (value: number) => void;
}

export interface Slider {
  /** The slider with its label and its number. */
  readonly node: HTMLElement;
  value: number;
}

/** A number to drag or to move with the arrow keys, written beside. Setting `value` does not call `onInput`. */
export function slider({ label, min, max, step, value, text, onInput }: SliderOptions): Slider {
  const input = element('input', { type: 'range', min, max, step, value });
  const written = element('span', { 'aria-hidden': 'true' }); // read aloud as the slider's value
  const write = () => {
    written.textContent = text(input.valueAsNumber);
    input.setAttribute('aria-valuetext', text(input.valueAsNumber));
  };
  write();
  input.addEventListener('input', () => {
    write();
    onInput(input.valueAsNumber);
  });
  return {
    node: element('label', {}, [element('span', {}, [label]), input, written]),
    get value() {
      return input.valueAsNumber;
    },
    set value(value) {
      input.valueAsNumber = value;
      write();
    },
  };
}
