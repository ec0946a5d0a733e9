/**
 * Numbers as a table, also one that opens on a click, for those who cannot see the picture.
 * Flow: Figure.table → **tableHtml** → `show`, liveBoard, progress.
 */
import { escapeHtml } from './escapeHtml';
import type { FigureTable } from './figure';
import { formatNumber } from './formatNumber';

/** Longer tables are thinned out evenly; the first and the last row stay. */
const MOST_ROWS = 50;

/**
 * `<details>` with a table; a long one says how many of its rows it shows.
 *
 * @example detailsHtml({ columns: ['epoch', 'loss'], rows: [[1, 0.25]] })
 * // '<details><summary>The numbers (1 row)</summary><table>…</table></details>'
 */
export function detailsHtml({ columns, rows }: FigureTable): string {
  const kept = thinned(rows);
  const count = rows.length === 1 ? '1 row' : `${rows.length} rows`;
  const summary = kept.length < rows.length ? `${kept.length} of ${count}` : count;
  return `<details><summary>The numbers (${summary})</summary>${tableHtml({ columns, rows: kept })}</details>`;
}

/** The table alone, whole. */
export function tableHtml({ columns, rows }: FigureTable): string {
  const head = columns.map(column => `<th scope="col">${escapeHtml(column)}</th>`).join('');
  const body = rows.map(row => `<tr>${row.map(cellHtml).join('')}</tr>`).join('');
  return `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

function thinned<Row>(rows: readonly Row[]): readonly Row[] {
  if (rows.length <= MOST_ROWS) return rows;
  const step = (rows.length - 1) / (MOST_ROWS - 1);
  return Array.from({ length: MOST_ROWS }, (_, i) => rows[Math.round(i * step)]!);
}

function cellHtml(value: string | number): string {
  return `<td>${escapeHtml(typeof value === 'number' ? formatNumber(value) : value)}</td>`;
}
