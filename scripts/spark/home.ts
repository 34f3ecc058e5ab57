import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where Spark's `jars` and `bin` are: told, or inside the Python package; null where there is none. */
function findHome(): string | null {
  const told = process.env.JIANZHEN_SPARK_HOME ?? process.env.SPARK_HOME;
  if (told) return existsSync(join(told, 'jars')) ? told : null;
  try {
    const python = process.env.JIANZHEN_PYTHON ?? 'python3';
    const script =
      'import importlib.util as u; s = u.find_spec("pyspark"); print(s.submodule_search_locations[0] if s else "")';
    const home = execFileSync(python, ['-c', script], { encoding: 'utf8', stdio: 'pipe' }).trim();
    return home && existsSync(join(home, 'jars')) ? home : null;
  } catch {
    return null;
  }
}

/** Versions of Java that Spark 4 runs on. */
const JAVA = /(?:^|-)(?:17|21)(?:-|\.|$)/;

/** A folder with `bin/java`: told, or where Debian keeps them; null where there is none that suits. */
function findJava(): string | null {
  const told = process.env.JIANZHEN_JAVA_HOME;
  const root = '/usr/lib/jvm';
  const installed = existsSync(root) ? readdirSync(root).filter((name) => JAVA.test(name)) : [];
  const homes = [told, ...installed.map((name) => join(root, name)), process.env.JAVA_HOME];
  return homes.find((home) => home && existsSync(join(home, 'bin', 'java'))) ?? null;
}

export const sparkHome = findHome();
export const javaHome = findJava();

/** Why there is no Spark, with the lines that install it; null where there is. */
export const noSpark: string | null =
  sparkHome && javaHome
    ? null
    : sparkHome
      ? 'no Java 17 or 21 on this machine: apt-get install -y openjdk-17-jre-headless (or set JIANZHEN_JAVA_HOME)'
      : 'no Spark on this machine: pip install pyspark (or set JIANZHEN_SPARK_HOME to an unpacked Spark)';
