/**
 * The sum behind one output, for the eye and for the ear.
 * Flow: products → **written sum** → stepper.
 */
import { equalsSign, numberText } from '../../numberText';
import { element } from '../element';
import type { Product } from './products';

/** All products, laid out as the kernel is, and their sum in one line. */
export function writtenSum(products: readonly Product[], columns: number, sum: number): HTMLElement {
  const rows = Array.from({ length: products.length / columns }, (_, row) =>
    products.slice(row * columns, (row + 1) * columns),
  );
  const terms = products.map(({ product }, index) => signed(product, index));
  return element('div', { class: 'terms' }, [
    element(
      'table',
      { class: 'products', 'aria-label': 'Pixel times weight, one product per weight' },
      rows.map(row => element('tr', {}, row.map(productCell))),
    ),
    element('p', { class: 'sum' }, [
      `${terms.join(' ')} ${equalsSign(sum)} `,
      element('strong', {}, [numberText(sum)]),
    ]),
  ]);
}

function productCell({ pixel, weight, product, isPadding }: Product): HTMLElement {
  const look = [product === 0 ? 'nothing' : '', isPadding ? 'padded' : ''].join(' ');
  return element('td', { class: look }, [
    `${numberText(pixel)} × ${numberText(weight)}`,
    element('b', {}, [numberText(product)]),
  ]);
}

/** A term with its sign before it: `3`, `+ 3`, `− 3`. */
function signed(term: number, index: number): string {
  if (index === 0) return numberText(term);
  return `${term < 0 ? '−' : '+'} ${numberText(Math.abs(term))}`;
}

/** The same in words, without the terms that are zero. */
export function spokenSum(products: readonly Product[], sum: number, row: number, column: number): string {
  const terms = products
    .filter(({ product }) => product !== 0)
    .map(({ pixel, weight }) => `${numberText(pixel)} times ${spoken(weight)}`);
  const padded = products.filter(({ isPadding }) => isPadding).length;
  return [
    `Output row ${row + 1}, column ${column + 1}:`,
    terms.length === 0
      ? 'all products are zero, the sum is 0.'
      : `${terms.join(', plus ')}, is ${spoken(sum)}.`,
    padded === 0 ? '' : `${padded} of ${products.length} pixels are padding.`,
  ].join(' ');
}

function spoken(value: number): string {
  return numberText(value).replace('−', 'minus ');
}
