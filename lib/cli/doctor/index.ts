/**
 * `digits doctor`: looks at every part the course stands on and says what is wrong and what mends it.
 * Changes nothing.
 * Flow: one file per part → **doctor** → report → terminal or `--json`.
 */
import { findCourse } from './course';
import { dataFinding } from './dataFinding';
import { libraryFinding } from './libraryFinding';
import { nodeFinding } from './nodeFinding';
import { packagesFinding } from './packagesFinding';
import { pythonFindings } from './pythonFindings';
import { type DoctorReport, doctorReport } from './report';
import { danfojsFinding, tensorflowFindings } from './tensorflowFindings';

export { type DoctorReport, type Finding, renderReport } from './report';

/**
 * Looks at every part, several at a time. Outside the course, where the library is an installed package, only
 * Node and TensorFlow apply.
 *
 * @param folder the course or any folder below it
 * @example (await doctor(process.cwd())).ok // true
 */
export async function doctor(folder: string): Promise<DoctorReport> {
  const root = findCourse(folder);
  const node = nodeFinding(process.versions.node);
  if (root === undefined) return doctorReport([node, ...(await tensorflowFindings(undefined))]);
  const findings = await Promise.all([
    packagesFinding(root),
    libraryFinding(root),
    tensorflowFindings(root),
    danfojsFinding(root),
    dataFinding(root, 'train'),
    dataFinding(root, 'test'),
    pythonFindings(root),
  ]);
  return doctorReport([node, ...findings.flat()]);
}
