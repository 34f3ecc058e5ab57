import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import type { PageReport } from '@jianzhen/evidence';
import { fileSource, type LeadExhibit, type LeadPicture } from '@jianzhen/leads';
import { readInput } from '../../inputs.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.tif': 'image/tiff',
  '.tiff': 'image/tiff',
  '.bmp': 'image/bmp',
  '.gif': 'image/gif',
  '.pdf': 'application/pdf',
  '.ofd': 'application/ofd',
  '.wav': 'audio/wav',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.opus': 'audio/opus',
  '.mp4': 'video/mp4',
  '.txt': 'text/plain',
};

/** The files of each case's folder, in the order of cases and names; hidden files are left out. */
export async function* exhibitsOf(
  cases: readonly string[],
  root: string,
  findingsFile?: string,
): AsyncGenerator<LeadExhibit> {
  const reports = findingsFile ? await readReports(findingsFile) : new Map<string, PageReport[]>();
  const folders = new Set(
    (await readdir(root, { withFileTypes: true }))
      .filter((each) => each.isDirectory())
      .map(({ name }) => name),
  );
  for (const id of cases.toSorted()) {
    // A case that is not a folder's name here, `..` for one, has no exhibits.
    if (!folders.has(id)) continue;
    const entries = await readdir(join(root, id), { withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
    for (const { name } of files.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(root, id, name);
      const { size, mtime } = await stat(path);
      const pages = reports.get(resolve(path)) ?? [];
      yield {
        case: id,
        name,
        mediaType: TYPES[extname(name).toLowerCase()] ?? 'application/octet-stream',
        receivedAt: mtime.toISOString(),
        sha256: null,
        bytes: size,
        open: () => fileSource(path),
        findings: pages.flatMap(({ page, findings }) => findings.map((finding) => ({ page, ...finding }))),
        pictures: (await Promise.all(pages.map(maskOf))).flat(),
      };
    }
  }
}

/** Pages of `jianzhen check --json` by their files; lines on files that could not be read say nothing here. */
async function readReports(file: string): Promise<Map<string, PageReport[]>> {
  const lines = Buffer.from(await readInput(file))
    .toString('utf8')
    .split('\n');
  const pages = lines
    .filter((line) => line.trim() !== '')
    .map((line): Partial<PageReport> => JSON.parse(line))
    .filter((page): page is PageReport => typeof page.file === 'string' && Array.isArray(page.findings));
  return Map.groupBy(pages, (page) => resolve(page.file));
}

async function maskOf({ mask, page }: PageReport): Promise<LeadPicture[]> {
  return mask ? [{ kind: 'mask', page, bytes: await readFile(mask) }] : [];
}
