/**
 * What only the CSV row folder looks like.
 * Flow: **style** → mount.
 */
export const CSV_ROW_STYLE: string = `
.tape {
  position: relative; overflow-x: auto; white-space: nowrap; padding: 6px 8px; margin-bottom: 12px;
  border: 1px solid var(--line); border-radius: 4px; background: var(--raised);
  font-family: ui-monospace, Menlo, Consolas, monospace;
}
.tape span { padding: 2px; cursor: pointer; }
.tape .cut { border-left: 2px dashed var(--quiet); }
.tape .label { border: 2px solid var(--positive); border-radius: 4px; cursor: default; }
.tape .now { background: var(--mark); color: #000; border-radius: 2px; font-weight: bold; }
.tag { display: inline-block; margin-bottom: 8px; padding: 2px 8px; border: 2px solid var(--positive); border-radius: 4px; }
.sum { font-weight: bold; }
`;
