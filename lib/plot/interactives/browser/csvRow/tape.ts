/**
 * The row as it stands in the file: one long line, with the number that is being looked at in its middle.
 * Flow: label, pixels → **tape** → folder.
 */
import { element } from '../element';

export interface Tape {
  readonly node: HTMLElement;
  /** Marks a pixel's number and brings it to the middle. */
  choose(place: number): void;
  /** Marks where the row is cut. */
  cutAfterEvery(width: number): void;
}

/** @param onSelect called when a pixel's number is clicked. */
export function createTape(
  label: number,
  pixels: ArrayLike<number>,
  onSelect: (place: number) => void,
): Tape {
  const numbers = Array.from(pixels, value => element('span', {}, [String(value)]));
  const node = element(
    'div',
    { class: 'tape', role: 'group', tabindex: 0, 'aria-label': 'The row as it stands in the file' },
    [element('span', { class: 'label' }, [String(label)]), ...numbers.flatMap(number => [',', number])],
  );
  let chosen = numbers[0]!;
  const centre = () => {
    node.scrollLeft = chosen.offsetLeft - (node.clientWidth - chosen.offsetWidth) / 2;
  };
  new ResizeObserver(centre).observe(node); // comes too when the tape is first laid out
  node.addEventListener('click', ({ target }) => {
    const place = numbers.indexOf(target as HTMLElement);
    if (place >= 0) onSelect(place);
  });
  return {
    node,
    choose: place => {
      chosen.classList.remove('now');
      chosen = numbers[place]!;
      chosen.classList.add('now');
      centre();
    },
    cutAfterEvery: width => {
      for (const [place, number] of numbers.entries()) number.classList.toggle('cut', place % width === 0);
    },
  };
}
