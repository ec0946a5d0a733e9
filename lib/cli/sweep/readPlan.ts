/**
 * A plan from its file.
 * Flow: plan.json → **readPlan** (checkPlan) → sweep.
 */
import { readFile } from 'node:fs/promises';
import { InputError } from '../../check/inputError';
import { checkPlan, type Plan } from './plan';

/** @throws InputError if the file is missing, is no JSON, or the plan cannot be carried out. */
export async function readPlan(path: string): Promise<Plan> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const found = { ENOENT: 'no such file', EISDIR: 'a folder' }[error.code ?? ''] ?? error.code;
    throw new InputError(`sweep: ${path}: expected a file, found ${found}`);
  });
  const plan = parse(path, text);
  checkPlan(path, plan);
  return plan;
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`sweep: ${path}: expected JSON, found: ${(error as Error).message}`);
  }
}
