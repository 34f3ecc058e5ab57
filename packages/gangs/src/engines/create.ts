import { errors } from '../errors.ts';
import { memoryEngine } from './memory.ts';
import type { EngineName, GangEngine } from './port.ts';

const ENGINES: Partial<Readonly<Record<EngineName, () => GangEngine>>> = { memory: memoryEngine };

/** @throws CodedError `gangs.engine-missing` */
export function createGangEngine(name: EngineName): GangEngine {
  const make = ENGINES[name];
  if (!make) throw errors('gangs.engine-missing', { engine: name });
  return make();
}
