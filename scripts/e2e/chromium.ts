import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** What to say where a browser is wanted and there is none. */
export const NO_CHROMIUM =
  'no Chromium on this machine · 未找到 Chromium; install it: apt-get install -y chromium fonts-noto-cjk, or set CHROMIUM';

/** Path of a Chromium: `CHROMIUM` in the environment, else the first on the path. Null where there is none. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | null {
  if (env.CHROMIUM) return existsSync(env.CHROMIUM) ? env.CHROMIUM : null;
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin'];
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find((path) => existsSync(path)) ?? null;
}

/** Chromium's own sandbox does not run as root or in most containers; pages here are our own. */
export const LAUNCH_ARGUMENTS = ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'];
