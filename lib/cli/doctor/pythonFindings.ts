/**
 * Is the course's own Python there, with JupyterLab, the kernel and plotly's renderer? All asked of it in one go.
 * Flow: **pythonFindings** → doctor.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer, askChild } from './askChild';
import type { Finding } from './report';

/** Prints one line of JSON; a package that is missing is null. */
const question = `
import json, os, platform, sys
from importlib import metadata
def version(name):
    try: return metadata.version(name)
    except metadata.PackageNotFoundError: return None
def kernel():
    try:
        from jupyter_client.kernelspec import KernelSpecManager
        return KernelSpecManager().get_kernel_spec("tslab").resource_dir
    except Exception: return None
renderer = os.path.join(sys.prefix, "share", "jupyter", "labextensions", "jupyterlab-plotly", "package.json")
print(json.dumps({
    "python": platform.python_version(), "jupyterlab": version("jupyterlab"), "kernel": kernel(),
    "plotly": version("plotly") if os.path.exists(renderer) else None,
}))
`;

interface PythonAnswer {
  python: string;
  jupyterlab: string | null;
  kernel: string | null;
  plotly: string | null;
}

const mend = 'delete .venv and run npm start';

function packageFinding(part: string, version: string | null, needed: boolean): Finding {
  if (version !== null) return { part, ok: true, needed, found: version };
  return { part, ok: false, needed, found: 'not installed in .venv', mend };
}

function kernelFinding(root: string, folder: string | null): Finding {
  const part = { part: 'kernel', needed: true };
  const restore = 'git checkout kernel';
  if (folder === null)
    return { ...part, ok: false, found: 'Jupyter does not find tslab in kernel/', mend: restore };
  if (!existsSync(join(root, 'kernel', 'launcher.cjs'))) {
    return { ...part, ok: false, found: 'kernel/launcher.cjs is missing', mend: restore };
  }
  return { ...part, ok: true, found: 'TypeScript (tslab)' };
}

async function ask(root: string, python: string, env: NodeJS.ProcessEnv): Promise<Answer<PythonAnswer>> {
  if (!existsSync(python)) return { problem: 'there is no .venv' };
  // Set-up writes it last; until then a package may be half there.
  const isWhole = existsSync(join(root, '.venv', '.digits-python'));
  if (!isWhole) return { problem: 'the making of .venv was interrupted' };
  return askChild<PythonAnswer>(python, ['-c', question], env);
}

/** @param root the course */
export async function pythonFindings(root: string): Promise<Finding[]> {
  const python =
    process.platform === 'win32'
      ? join(root, '.venv', 'Scripts', 'python.exe')
      : join(root, '.venv', 'bin', 'python');
  // Jupyter makes its own folders even when it is only asked a question: in the course, not in the home.
  const home = join(root, '.jupyter');
  const env = {
    ...process.env,
    JUPYTER_PATH: join(root, 'kernel'),
    JUPYTER_DATA_DIR: join(home, 'data'),
    IPYTHONDIR: join(home, 'ipython'),
  };
  const asked = await ask(root, python, env);
  if ('problem' in asked) return [{ part: 'Python', ok: false, needed: true, found: asked.problem, mend }];
  const { answer } = asked;
  return [
    { part: 'Python', ok: true, needed: true, found: `${answer.python} in .venv` },
    packageFinding('JupyterLab', answer.jupyterlab, true),
    kernelFinding(root, answer.kernel),
    packageFinding('plotly renderer', answer.plotly, false),
  ];
}
