// Every dependency's licence, read from package-lock.json, against the project's list (docs/adr/0003-licences.md).
import { readFileSync } from 'node:fs';
import satisfies from 'spdx-satisfies';

/** As permissive as the project's own licence, or weak copyleft by file (MPL). OFL is for fonts, CC for data. */
const ALLOWED = [
  'MIT',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'ISC',
  'Apache-2.0',
  'MPL-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'Python-2.0',
  'CC-BY-3.0',
  'OFL-1.1',
];

/** Packages that the list does not cover, each with the reason why it may stay. */
const EXCEPTIONS: readonly {
  readonly name: RegExp;
  readonly licence: string | null;
  readonly reason: string;
}[] = [
  {
    name: /^@img\/sharp-(libvips-|wasm32$|win32-)/,
    licence: 'LGPL-3.0-or-later',
    reason:
      'libvips below sharp: a separate shared library, linked dynamically, which the user may replace (ADR 0003)',
  },
  {
    name: /^png-js$/,
    licence: null,
    reason: 'no licence field in package.json; its LICENSE file is the MIT licence',
  },
];

interface Locked {
  readonly license?: string;
  readonly link?: boolean;
}

export interface LicenceProblem {
  readonly name: string;
  readonly licence: string;
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

function permitted(name: string, licence: string | undefined): boolean {
  const exception = EXCEPTIONS.find((entry) => entry.name.test(name));
  if (exception)
    return exception.licence === null ? licence === undefined : (licence ?? '').includes(exception.licence);
  try {
    return licence !== undefined && satisfies(licence, ALLOWED);
  } catch {
    return false; // not an SPDX expression: unknown, so not permitted
  }
}

/** The packages of a lock file whose licence is not permitted. */
export function licenceProblems(lock: { packages: Record<string, Locked> }): LicenceProblem[] {
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.link)
    .filter(([path, entry]) => !permitted(nameOf(path), entry.license))
    .map(([path, entry]) => ({ name: nameOf(path), licence: entry.license ?? 'none stated' }));
}

if (import.meta.main) {
  const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
  const problems = licenceProblems(lock);
  for (const { name, licence } of problems) console.error(`licence not permitted: ${name} (${licence})`);
  if (problems.length > 0) process.exit(1);
  console.log(`licences: ${Object.keys(lock.packages).length} packages, all permitted`);
}
