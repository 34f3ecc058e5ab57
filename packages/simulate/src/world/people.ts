import { branchRandom } from '../random.ts';
import { share } from './hash.ts';
import type { World } from './plan.ts';

/** A person by number, and whose things they use: indices of people, except where said. */
export interface Resident {
  readonly index: number;
  readonly phone: number;
  readonly device: number;
  readonly card: number;
  readonly home: number;
  readonly network: number;
  /** One address for hundreds; null at home. */
  readonly shared: { readonly sort: 'dormitory' | 'office'; readonly number: number } | null;
  /** A chat group of debtors; null for who is in none. */
  readonly circle: number | null;
  /** First person of the family; null for who lives alone. */
  readonly family: number | null;
}

/** People in threes: of the families among them two or three share an address, some a phone, a device, a card. */
const KIN = 3;
/** Numbers that another customer had years before. */
const RECYCLED = 0.03;

export function residentOf(world: World, index: number): Resident {
  const { keys, structure } = world;
  const head = index - (index % KIN);
  const kin = share(keys.family, head);
  const related = kin < structure.families && index - head < (kin < structure.families / 2 ? 2 : 3);
  const random = branchRandom(keys.customer, index);
  const of = (probability: number) => (related && random.chance(probability) ? head : index);
  const recycled = random.chance(RECYCLED) && index < world.honestPeople;
  const place = random.next();
  const rank = random.next();
  const phone = of(0.25);
  const circle = random.next();
  // People come in order of time, so that a group's members complain within some months.
  const months = (index / world.honestPeople) * structure.circles + random.between(-0.5, 0.5);
  return {
    index,
    phone: recycled ? (phone + (world.honestPeople >> 1)) % world.honestPeople : phone,
    device: of(0.3),
    card: of(0.2),
    home: of(0.95),
    network: of(0.9),
    shared:
      place < structure.dormitoryShare
        ? { sort: 'dormitory', number: world.dormitories(rank) }
        : place < structure.dormitoryShare + structure.officeShare
          ? { sort: 'office', number: world.offices(rank) }
          : null,
    circle:
      circle < structure.circleShare && index < world.honestPeople
        ? Math.min(structure.circles - 1, Math.max(0, Math.floor(months)))
        : null,
    family: related ? head : null,
  };
}
