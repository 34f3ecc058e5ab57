import { errors } from '../../errors.ts';

/** Worlds that anything is fitted or tuned on have numbers below, those that figures are reported of from here on. */
export const FIRST_REPORTED = 1_000_000;
const WORLDS = 1_000;

/** Number of a world that figures may be reported of. @throws CodedError `cli.usage` */
export const reportedWorld = (seed: number, world: number): number => FIRST_REPORTED + numbered(seed, world);

/** Number of a world for fitting. @throws CodedError `cli.usage` where it would be a reported one */
export function tuningWorld(seed: number, world: number): number {
  const number = numbered(seed, world);
  if (number >= FIRST_REPORTED)
    throw errors('cli.usage', { detail: `seed ${seed} is of the reported worlds` });
  return number;
}

function numbered(seed: number, world: number): number {
  if (!Number.isInteger(seed) || seed < 0 || world >= WORLDS)
    throw errors('cli.usage', { detail: `--seed ${seed}, world ${world}` });
  return seed * WORLDS + world;
}
