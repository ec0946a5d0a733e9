/** `jupyter nbconvert --to html` as the course sets it up, for tests. */
import { spawnSync } from 'node:child_process';
import { root } from './runNotebooks';

/** Writes every notebook of `files` into `folder`, as HTML; `home` is where Jupyter may keep its own files. */
export async function exportNotebooks(files: readonly string[], folder: string, home: string): Promise<void> {
  const { jupyterEnvironment } = await import('../../scripts/setup/jupyterEnvironment.mjs');
  const { venvPython } = await import('../../scripts/setup/paths.mjs');
  const { status, stderr } = spawnSync(
    venvPython(root),
    ['-m', 'nbconvert', '--to', 'html', '--output-dir', folder, ...files],
    { cwd: root, env: jupyterEnvironment(root, home), encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`nbconvert ended with ${status}:\n${stderr}`);
}
