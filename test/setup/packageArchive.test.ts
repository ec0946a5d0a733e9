/** An npm package that wants out of its folder, under the course's own settings and with the npm that is here. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder, writeIn } from './temporaryFolder';

const course = join(import.meta.dirname, '..', '..');

/** Writes the archive: a package, and entries that lead out of it in every way that archives know. */
const program = `
import io, sys, tarfile
archive, outside, manifest = sys.argv[1:]
with tarfile.open(archive, "w:gz") as package:
    def add(name, text="", **how):
        entry = tarfile.TarInfo(name)
        entry.size = len(text)
        for key, value in how.items():
            setattr(entry, key, value)
        package.addfile(entry, io.BytesIO(text.encode()))
    add("package/package.json", manifest)
    add("package/index.js", "module.exports = 1;")
    add("package/../../../outside/above", "above")
    add(outside + "/absolute", "absolute")
    add("package/link", type=tarfile.SYMTYPE, linkname=outside)
    add("package/link/through", "through")
    add("package/hard", type=tarfile.LNKTYPE, linkname=outside + "/kept")
`;

test('a package’s archive cannot write outside its folder, and its scripts are not run', t => {
  const folder = temporaryFolder(t);
  const project = join(folder, 'project');
  const outside = join(folder, 'outside');
  writeIn(outside, 'kept', 'as it was');
  mkdirSync(project);
  const postinstall = `node -e "fs.writeFileSync('${join(outside, 'script')}', '')"`;
  const manifest = JSON.stringify({ name: 'evil', version: '1.0.0', scripts: { postinstall } });
  const args = ['-c', program, join(project, 'evil.tgz'), outside, manifest];
  const { status, stderr } = spawnSync('python3', args, { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  copyFileSync(join(course, '.npmrc'), join(project, '.npmrc'));
  writeIn(project, 'package.json', '{ "private": true, "dependencies": { "evil": "file:evil.tgz" } }');
  spawnSync('npm', ['install', '--offline'], { cwd: project, encoding: 'utf8' });
  assert.ok(existsSync(join(project, 'node_modules', 'evil', 'index.js')));
  assert.deepEqual(readdirSync(outside), ['kept']);
  assert.deepEqual(readdirSync(folder).sort(), ['outside', 'project']);
  const installed = readdirSync(join(project, 'node_modules', 'evil'), { withFileTypes: true });
  assert.deepEqual(
    installed.filter(entry => entry.isSymbolicLink()),
    [],
  );

  rmSync(join(project, '.npmrc'));
  rmSync(join(project, 'node_modules'), { recursive: true });
  spawnSync('npm', ['install', '--offline', '--ignore-scripts=false'], { cwd: project, encoding: 'utf8' });
  assert.deepEqual(readdirSync(outside), ['kept', 'script'], 'without the settings its script would run');
});
