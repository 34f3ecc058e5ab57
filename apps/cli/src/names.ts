import { basename, extname } from 'node:path';

/** Base names for what is written beside each file: two files of one name must not overwrite each other's, the second becomes `a-2`. */
export function uniqueNames(files: readonly string[]): string[] {
  const used = new Set<string>();
  return files.map((file) => {
    const stem = basename(file, extname(file));
    let name = stem;
    for (let n = 2; used.has(name); n++) name = `${stem}-${n}`;
    used.add(name);
    return name;
  });
}
