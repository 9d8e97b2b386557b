// Runs npm for Maven: `node build.mjs build dist/index.html` or `node build.mjs test`. What is unchanged since it last
// succeeded is not done again; a build of the whole project would otherwise wait a minute for npm each time.
import { execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [script, result] = process.argv.slice(2);
process.chdir(fileURLToPath(new URL('.', import.meta.url)));

const OURS = /^(src|tests|public)$|\.(json|ts|html|mjs)$/;
const libraries = hash(['package-lock.json']);
const sources = hash(readdirSync('.').filter((name) => OURS.test(name)).flatMap(below).sort());

once('install', libraries, 'node_modules/vue', 'npm ci --no-audit --no-fund --loglevel=error');
once(script, sources, result ?? '.', `npm run ${script}`);

/** Each step leaves a note of what it saw in target/, so that `mvn clean` makes it run again. */
function once(step, seen, outcome, command) {
  const note = join(step === 'install' ? 'node_modules' : '../target', `.${step}-seen`);
  if (existsSync(outcome) && existsSync(note) && readFileSync(note, 'utf8') === seen) return;
  execSync(command, { stdio: 'inherit' });
  // The names of the assets change with their content; Maven would leave the former ones in the bundle.
  if (step === 'build') rmSync('../target/classes/JUTONG-INF', { recursive: true, force: true });
  if (step !== 'install') mkdirSync('../target', { recursive: true });
  writeFileSync(note, seen);
}

function below(name) {
  const inside = OURS.test(name) && !name.includes('.');
  return inside ? readdirSync(name, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name)) : [name];
}

function hash(files) {
  const sum = createHash('sha256').update(process.version);
  for (const file of files) sum.update(file).update(readFileSync(file));
  return sum.digest('hex');
}
