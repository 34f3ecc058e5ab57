export { type Mined, type MineOptions, mine, mineGangs } from './mine.ts';
